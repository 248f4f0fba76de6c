// Sets up what a fresh clone lacks: the packages of the lock file, a browser, and fonts for Chinese and emoji.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's root folder. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

const PACKAGES = ["chromium", "fonts-wqy-microhei", "fonts-noto-color-emoji"];

/** The trouble and what to do about it, in one sentence for the user. */
export class SetupError extends Error {}

/** The first words of an error, as one sentence. */
export function firstSentence(error) {
  return String(error.message).split("\n")[0].split(". ")[0].replace(/\.?$/u, ".");
}

/** Installs the packages if they are missing or older than the lock file. */
export function ensureModules() {
  const installed = join(root, "node_modules", ".package-lock.json");
  const locked = join(root, "package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(locked).mtimeMs) return;
  run("npm", ["ci", "--no-audit", "--no-fund"], "The packages could not be installed with npm ci.");
}

/** Makes sure that there is a browser to test in, and on Debian as root also its fonts; returns the browser's path. */
export function ensureBrowser() {
  if (canInstall()) installMissing();
  return browserPath();
}

/** The program file of an installed browser. Throws one sentence if there is none. */
export function browserPath() {
  const path = findBrowser();
  if (path === null)
    throw new SetupError("No Chrome or Chromium was found: install one, or set CHROME_PATH to its program file.");
  return path;
}

function findBrowser() {
  return candidates().find((path) => path && existsSync(path)) ?? null;
}

function candidates() {
  const { CHROME_PATH, CHROMIUM, PROGRAMFILES = "C:\\Program Files", LOCALAPPDATA = "" } = process.env;
  const chosen = [CHROME_PATH, CHROMIUM];
  if (process.platform === "darwin") {
    const names = ["Google Chrome", "Chromium", "Microsoft Edge"];
    return [...chosen, ...names.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)];
  }
  if (process.platform === "win32") {
    const folders = [PROGRAMFILES, `${PROGRAMFILES} (x86)`, LOCALAPPDATA];
    return [...chosen, ...folders.map((folder) => join(folder, "Google", "Chrome", "Application", "chrome.exe"))];
  }
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  return [...chosen, ...names.flatMap((name) => [join("/usr/bin", name), join("/snap/bin", name)])];
}

function canInstall() {
  return (
    process.platform === "linux" &&
    process.getuid?.() === 0 &&
    existsSync("/etc/debian_version") &&
    existsSync("/usr/bin/apt-get")
  );
}

function installMissing() {
  const missing = PACKAGES.filter((name) => !isInstalled(name) && !(name === "chromium" && findBrowser()));
  if (missing.length === 0) return;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  run("apt-get", ["update", "-q"], "The list of Debian packages could not be fetched with apt-get update.", env);
  run(
    "apt-get",
    ["install", "-y", "-q", "--no-install-recommends", ...missing],
    `apt-get could not install ${missing.join(", ")}.`,
    env,
  );
}

function isInstalled(name) {
  const { stdout, status } = spawnSync("dpkg-query", ["-W", "-f=${Status}", name], { encoding: "utf8" });
  return status === 0 && stdout.includes("install ok installed");
}

/** Runs a program with its output on stderr, so that stdout stays for results. */
function run(command, args, complaint, env = process.env) {
  try {
    execFileSync(command, args, {
      cwd: root,
      env,
      stdio: ["ignore", process.stderr, process.stderr],
      shell: process.platform === "win32",
    });
  } catch {
    throw new SetupError(complaint);
  }
}
