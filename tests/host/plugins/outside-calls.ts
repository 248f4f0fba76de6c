// The calls from outside that the app hands on to plugins: obsidian:// addresses and the command line.
import type { CliData, CliFlags, CliHandler, ObsidianProtocolData, ObsidianProtocolHandler } from "obsidian";

interface CliCommand {
  readonly description: string;
  readonly flags: CliFlags;
  readonly handler: CliHandler;
}

export class OutsideCalls {
  private readonly protocols = new Map<string, ObsidianProtocolHandler>();
  private readonly commands = new Map<string, CliCommand>();

  /** Registers the handler of `obsidian://action`; returns what takes it away. Throws if there is one. */
  registerProtocol(action: string, handler: ObsidianProtocolHandler): () => void {
    if (this.protocols.has(action)) throw new Error(`The address "obsidian://${action}" is already handled.`);
    this.protocols.set(action, handler);
    return () => this.protocols.delete(action);
  }

  /** Registers a command of the command line; returns what takes it away. Throws if there is one of that name. */
  registerCommand(command: string, description: string, flags: CliFlags | null, handler: CliHandler): () => void {
    if (/\s/u.test(command)) throw new Error(`The command "${command}" has a space in its name.`);
    if (this.commands.has(command)) throw new Error(`The command "${command}" is already registered.`);
    this.commands.set(command, { description, flags: flags ?? {}, handler });
    return () => this.commands.delete(command);
  }

  /** An address was opened anywhere on the device. A parameter without a value is `true`, as in the app. */
  openUri(uri: string): void {
    const { protocol, host, search } = new URL(uri);
    const handler = this.protocols.get(host);
    if (protocol !== "obsidian:" || !handler) throw new Error(`Nothing handles ${uri}.`);
    const data: ObsidianProtocolData = { action: host };
    for (const part of search.slice(1).split("&").filter(Boolean)) {
      const [key = "", value] = part.split("=").map(decodeURIComponent);
      data[key] = value ?? "true";
    }
    handler(data);
  }

  /** Runs `obsidian command key=value flag`; resolves to what it prints. */
  async runCommand(line: readonly string[]): Promise<string> {
    const [name = "", ...args] = line;
    const command = this.commands.get(name);
    if (!command) return `Error: Command "${name}" not found.`;
    const data: CliData = {};
    for (const arg of args) {
      const at = arg.indexOf("=");
      data[at < 0 ? arg : arg.slice(0, at)] = at < 0 ? "true" : arg.slice(at + 1);
    }
    const lacking = Object.entries(command.flags).find(
      ([flag, { required }]) => required === true && data[flag] === undefined,
    );
    return lacking
      ? `Error: Missing required parameter: ${lacking[0]}=${lacking[1].value ?? ""}`
      : command.handler(data);
  }

  /** The lines of `help`, one for each command. */
  help(): readonly string[] {
    const flag = ([name, { value }]: [string, { value?: string }]): string =>
      value === undefined ? name : `${name}=${value}`;
    return [...this.commands].map(([name, { description, flags }]) =>
      [name, ...Object.entries(flags).map(flag), `– ${description}`].join(" "),
    );
  }
}
