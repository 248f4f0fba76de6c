// The server as others use it: with the page bundled and the project's own plugin installed.
import { metadataStore } from "./metadata-store";
import { pageFiles } from "./page-files";
import { startServer, type RunningServer } from "./server";

export { startServer, type RunningServer } from "./server";

export interface DemoOptions {
  /** The project's root folder, where main.js has been built. */
  readonly projectDir: string;
  readonly vault: string;
  readonly port?: number;
}

/** Serves the built plugin over a copy of a vault; metadata is kept under node_modules/.cache. */
export async function serveDemo({ projectDir, vault, port = 0 }: DemoOptions): Promise<RunningServer> {
  const page = await pageFiles(projectDir);
  return startServer({ vault, port, pluginDir: projectDir, page, metadata: metadataStore() });
}
