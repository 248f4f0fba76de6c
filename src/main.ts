// The plugin as a list of features, each added with what it needs. No logic of its own; imported by nobody.
import { Plugin } from "obsidian";
import type { ApiOwner, MocPathApi } from "./api";
import { addAdding } from "./commands/add-commands";
import { addCheck, openCheck } from "./commands/check-commands";
import { addCommands, addWaysIn } from "./commands/commands";
import { addPlaces } from "./commands/place-commands";
import { addMapMarks, addProgressBlock } from "./features/map-marks";
import { createServices, type Services } from "./features/services";
import { offerInView } from "./features/offers";
import { addEnds, addLastWrites, start } from "./features/start";
import { fenced, logged } from "./obsidian/log";
import { HOVER_SOURCE } from "./obsidian/navigation";
import { ReaderSettingTab } from "./settings/setting-tab";
import { offerDeviceName } from "./ui/dialogs/device-naming";
import { ROADMAP_VIEW, RoadmapView } from "./ui/sidebar/roadmap-view";
import { addIcons } from "./ui/widgets/icons";

type AddFeature = (plugin: MocPathPlugin, services: Services) => void;

/** All that the reader meets, in any order; one that cannot be added is missing alone. */
const FEATURES: Readonly<Record<string, AddFeature>> = {
  "The API": (plugin, { api }) => (plugin.api = api),
  "The end of the plugin's work": addEnds,
  "Writing when the app is hidden": addLastWrites,
  "The icons": (plugin) => plugin.register(addIcons()),
  "The preview of notes": (plugin) =>
    plugin.registerHoverLinkSource(HOVER_SOURCE, { display: plugin.manifest.name, defaultMod: true }),
  "The roadmap": (plugin, { context, viewMemory }) =>
    plugin.registerView(
      ROADMAP_VIEW,
      (leaf) => new RoadmapView(leaf, context, viewMemory, (map) => void openCheck(plugin, map)),
    ),
  "The commands": (plugin, { context }) => addCommands(plugin, context),
  "The check of maps": (plugin, { context, memory }) => addCheck(plugin, context, memory),
  "Adding notes to maps": (plugin, { context }) => addAdding(plugin, context),
  "The place of a note": (plugin, { context }) => addPlaces(plugin, context),
  "The ways in from outside": (plugin, { context, api }) => addWaysIn(plugin, context, api),
  "The progress block": addProgressBlock,
  "The marks in a map's text": addMapMarks,
  "The settings": (plugin, { settings, memory, context: { notifier, progress, words } }) => {
    const follow = (saving: Promise<void>): Promise<unknown> => notifier.tellIfFailed(saving, words.settings.notSaved);
    const deviceName = (): string => progress.journals.deviceName;
    plugin.addSettingTab(new ReaderSettingTab(plugin, settings, memory, words.settings, follow, deviceName));
  },
  "The name of this device": (plugin, { context, progressFolder }) =>
    plugin.register(
      offerDeviceName(plugin.app, { ...context, offer: offerInView(plugin.app, context) }, progressFolder),
    ),
};

export default class MocPathPlugin extends Plugin implements ApiOwner {
  /** There from `onload` on. */
  declare api: MocPathApi;
  private services: Services | null = null;
  /** Once this is set, anything that is registered would never be released. */
  private isUnloaded = false;

  override onload(): void {
    const services = createServices(this);
    this.services = services;
    for (const [name, add] of Object.entries(FEATURES))
      fenced(`${name} could not be added.`, () => add(this, services));
    void logged(
      "The plugin could not start.",
      start(this, services, () => this.isUnloaded),
    );
  }

  override onunload(): void {
    this.isUnloaded = true;
  }

  override async onExternalSettingsChange(): Promise<void> {
    await this.services?.settings.read();
  }
}
