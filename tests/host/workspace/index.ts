// The module `obsidian` as far as it exports workspace, views and editor.
export { Editor } from "./editor";
export { editorEditorField, editorInfoField, editorLivePreviewField } from "./editor-fields";
export { EditableFileView, FileView } from "./file-view";
export { WorkspaceFloating, WorkspaceWindow } from "./floating";
export { WorkspaceItem, WorkspaceParent } from "./item";
export { WorkspaceLeaf } from "./leaf";
export { MarkdownView } from "./markdown-view";
export { WorkspaceRibbon } from "./ribbon";
export { WorkspaceSidedock } from "./sidedock";
export { WorkspaceContainer, WorkspaceRoot, WorkspaceSplit } from "./split";
export { WorkspaceTabs } from "./tabs";
export { TextFileView } from "./text-file-view";
export { ItemView, View } from "./view";
export { Workspace } from "./workspace";
