// Progress where notes are read and written: circles in a map's own text, and blocks with a map's progress.
import type { Plugin } from "obsidian";
import { MapEditors } from "../editor/map-editors";
import { renderAnew } from "../obsidian/reading-views";
import { PathBlock } from "../ui/note/path-block";
import { ReadingMarks } from "../ui/note/reading-marks";
import type { Services } from "./services";

/** Adds the fenced block that shows a map's progress. */
export function addProgressBlock(plugin: Plugin, { context, marks }: Services): void {
  const blocks = new Set<PathBlock>();
  plugin.registerMarkdownCodeBlockProcessor("moc-path", (source, el, section) => {
    const block = new PathBlock(el, source, section.sourcePath, context, marks);
    blocks.add(block);
    block.register(() => blocks.delete(block));
    section.addChild(block);
  });
  // Obsidian leaves drawn blocks where they are: they would show what holds no more.
  plugin.register(() => [...blocks].forEach((block) => block.unload()));
}

/** Marks maps in their own text, unless the reader has switched that off. */
export function addMapMarks(plugin: Plugin, { context, marks }: Services): void {
  const [editors, reading] = [new MapEditors(marks), new ReadingMarks(marks)];
  plugin.registerEditorExtension(editors.extension);
  plugin.registerMarkdownPostProcessor(reading.process);
  plugin.register(() => reading.stop());
  plugin.register(context.navigation.onRename((path, oldPath) => reading.renamed(path, oldPath)));
  for (const shown of [editors, reading]) {
    plugin.register(context.index.onChange(({ maps }) => shown.mapsChanged(maps)));
    plugin.register(context.progress.onChange((targets) => void (targets.size > 0 && shown.progressChanged())));
  }
  plugin.register(context.findings.onChange(() => context.settings.current.underlines && editors.progressChanged()));
  const show = (): void => {
    const { marks: isShown } = context.settings.current;
    reading.setShown(isShown);
    if (editors.setShown(isShown)) plugin.app.workspace.updateOptions();
  };
  show();
  plugin.register(context.settings.onChange(show));
  plugin.register(context.settings.onChange(() => editors.progressChanged()));
  if (plugin.app.workspace.layoutReady) renderAnew(plugin.app);
}
