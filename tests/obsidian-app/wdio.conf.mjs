// The real app, downloaded by the service: the oldest version that the manifest allows and the latest one, on a copy of
// the demo vault.
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

function app(appVersion, installerVersion) {
  return {
    browserName: "obsidian",
    browserVersion: appVersion,
    "wdio:obsidianOptions": { installerVersion, plugins: [root], vault: `${root}tests/fixtures/vault` },
  };
}

export const config = {
  runner: "local",
  framework: "mocha",
  specs: ["./run.e2e.mjs"],
  maxInstances: 1,
  capabilities: [app("earliest", "earliest"), app("latest", "latest")],
  services: ["obsidian"],
  reporters: ["obsidian"],
  cacheDir: fileURLToPath(new URL("node_modules/.cache/obsidian", import.meta.url)),
  mochaOpts: { ui: "bdd", timeout: 60_000 },
  logLevel: "warn",
};
