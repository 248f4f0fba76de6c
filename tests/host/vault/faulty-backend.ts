// A vault whose calls fail, wait or hang when a test says so: a full disk, a read-only folder, a slow network drive.
import type { BackendEntry, ChangeListener, VaultBackend } from "./backend";

export type BackendCall = Exclude<keyof VaultBackend, "watch">;

export interface FaultScope {
  /** Only for paths that fit; a call about several fits if one does. */
  readonly path?: RegExp;
  /** Only so often; always if not given. */
  readonly times?: number;
}

interface Fault {
  readonly call: BackendCall;
  readonly path: RegExp | undefined;
  left: number;
  /** This happens instead of going on at once; rejects for a failure. */
  readonly before: () => Promise<void>;
  /** This happens once the call is done. */
  readonly after: () => Promise<void>;
}

const nothing = (): Promise<void> => Promise.resolve();

export class Faults {
  private active: Fault[] = [];

  /** The call fails, and nothing is done. */
  fail(call: BackendCall, error = new Error("EIO: i/o error"), scope: FaultScope = {}): void {
    this.add(call, scope, () => Promise.reject(error), nothing);
  }

  /** The call is done, and fails all the same: as when a drive is lost before it answers. */
  failAfter(call: BackendCall, error = new Error("EIO: i/o error"), scope: FaultScope = {}): void {
    this.add(call, scope, nothing, () => Promise.reject(error));
  }

  /** The call is done later, by milliseconds. */
  delay(call: BackendCall, ms: number, scope: FaultScope = {}): void {
    this.add(call, scope, () => new Promise((resolve) => setTimeout(resolve, ms)), nothing);
  }

  /** The call waits until the function returned is called. */
  hold(call: BackendCall, scope: FaultScope = {}): () => void {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    this.add(call, scope, () => held, nothing);
    return release;
  }

  /** Everything works again; what is held goes on being held. */
  clear(): void {
    this.active = [];
  }

  /** Does a call as the faults that fit it say. */
  async meet<T>(call: BackendCall, paths: readonly string[], act: () => Promise<T>): Promise<T> {
    const fitting = this.active.filter(
      (fault) => fault.call === call && fault.left > 0 && (!fault.path || paths.some((path) => fault.path?.test(path))),
    );
    for (const fault of fitting) fault.left--;
    for (const fault of fitting) await fault.before();
    const result = await act();
    for (const fault of fitting) await fault.after();
    return result;
  }

  private add(
    call: BackendCall,
    { path, times = Infinity }: FaultScope,
    before: Fault["before"],
    after: Fault["after"],
  ): void {
    this.active.push({ call, path, left: times, before, after });
  }
}

export class FaultyBackend implements VaultBackend {
  readonly faults = new Faults();

  constructor(private readonly inner: VaultBackend) {}

  list(): Promise<readonly BackendEntry[]> {
    return this.faults.meet("list", [], () => this.inner.list());
  }

  stat(paths: readonly string[]): Promise<readonly (BackendEntry | null)[]> {
    return this.faults.meet("stat", paths, () => this.inner.stat(paths));
  }

  read(path: string): Promise<Uint8Array> {
    return this.faults.meet("read", [path], () => this.inner.read(path));
  }

  write(path: string, data: Uint8Array): Promise<BackendEntry> {
    return this.faults.meet("write", [path], () => this.inner.write(path, data));
  }

  remove(path: string): Promise<void> {
    return this.faults.meet("remove", [path], () => this.inner.remove(path));
  }

  rename(from: string, to: string): Promise<void> {
    return this.faults.meet("rename", [from, to], () => this.inner.rename(from, to));
  }

  makeFolder(path: string): Promise<BackendEntry> {
    return this.faults.meet("makeFolder", [path], () => this.inner.makeFolder(path));
  }

  watch(listener: ChangeListener): Promise<() => void> {
    return this.inner.watch(listener);
  }
}
