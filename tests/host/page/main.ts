// The page: makes the app over the vault behind the server, installs the plugin as built, and starts it.
import { App } from "../app";
import { installDom } from "../dom/install";
import * as obsidian from "../obsidian";
import { isRtl, Platform, setDevice, setLanguage } from "../platform";
import { FaultyBackend, HttpBackend, type Faults } from "../vault";
import { PreloadedBackend } from "./preloaded-backend";
import { setConcealing } from "../workspace/concealed-syntax";
import { readPageOptions, type PageOptions } from "./page-options";
import { addStyles, fetchPlugin } from "./plugin-files";
import { ServerCache } from "./server-cache";

interface Session {
  readonly id: string;
  readonly name: string;
}

/** The things that scripts in the page, the driver's among them, find on the window. */
interface PageGlobals {
  app: App;
  obsidian: typeof obsidian;
  /** The faults in the app's calls to the vault. */
  faults: Faults;
  /** Resolves when the app has started. */
  started: Promise<void>;
}

async function fetchSession(): Promise<Session> {
  return (await (await fetch("/session")).json()) as Session;
}

function dress(options: PageOptions, session: Session): void {
  setLanguage(options.lang);
  setDevice(options.device);
  setConcealing(options.conceals);
  document.documentElement.lang = options.lang;
  document.title = `${session.name} - MOC Path`;
  const classes = {
    ...{ "theme-light": options.theme === "light", "theme-dark": options.theme === "dark", "mod-rtl": isRtl() },
    ...{
      "is-mobile": Platform.isMobile,
      "is-phone": Platform.isPhone,
      "is-tablet": Platform.isTablet,
      "is-android": Platform.isAndroidApp,
      "mod-linux": Platform.isLinux,
    },
  };
  for (const [name, isOn] of Object.entries(classes)) document.body.classList.toggle(name, isOn);
}

async function installPlugin(app: App): Promise<void> {
  const { css, ...plugin } = await fetchPlugin();
  addStyles(css);
  app.plugins.install(plugin);
}

const backend = new FaultyBackend(new PreloadedBackend(new HttpBackend()));

async function start(): Promise<void> {
  const options = readPageOptions(window.location.search);
  const [session, cacheStore] = await Promise.all([fetchSession(), ServerCache.load()]);
  dress(options, session);
  const vault = { backend, vaultId: session.id, vaultName: session.name };
  const app = new App({
    ...vault,
    configDir: options.configDir,
    storage: window.localStorage,
    cacheStore,
    indexing: "late",
  });
  Object.assign(window, { app });
  window.addEventListener("pagehide", () => {
    void app.workspace.saveAll();
    app.workspace.floatingSplit.closeAll();
  });
  app.plugins.provide(obsidian);
  if (options.hasPlugin) await installPlugin(app);
  await app.boot(document.body);
  if (Platform.isPhone) for (const drawer of [app.workspace.leftSplit, app.workspace.rightSplit]) drawer.collapse();
  if (options.width !== null) {
    app.workspace.rightSplit.setSize(options.width);
    app.workspace.rightSplit.expand();
  }
}

installDom(window);
const globals: Partial<PageGlobals> = { obsidian, faults: backend.faults, started: start() };
Object.assign(window, globals);
