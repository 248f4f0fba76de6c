// What obsidian.d.ts documents: the members of the app and its parts, the events they tell of, and the values that the
// module exports. A test holds it against the declaration file, and prints what to put here when they differ.

export const API_MEMBERS = {
  App: [
    "fileManager", "isDarkMode", "keymap", "lastEvent", "loadLocalStorage", "metadataCache", "renderContext",
    "saveLocalStorage", "scope", "secretStorage", "vault", "workspace",
  ],
  DataAdapter: [
    "append", "appendBinary", "copy", "exists", "getName", "getResourcePath", "list", "mkdir", "process", "read",
    "readBinary", "remove", "rename", "rmdir", "stat", "trashLocal", "trashSystem", "write", "writeBinary",
  ],
  FileManager: [
    "generateMarkdownLink", "getAvailablePathForAttachment", "getNewFileParent", "processFrontMatter",
    "promptForDeletion", "renameFile", "trashFile",
  ],
  MetadataCache: [
    "fileToLinktext", "getCache", "getFileCache", "getFirstLinkpathDest", "off", "offref", "on", "resolvedLinks",
    "trigger", "tryTrigger", "unresolvedLinks",
  ],
  Vault: [
    "adapter", "append", "appendBinary", "cachedRead", "configDir", "copy", "create", "createBinary", "createFolder",
    "delete", "getAbstractFileByPath", "getAllFolders", "getAllLoadedFiles", "getFileByPath", "getFiles",
    "getFolderByPath", "getMarkdownFiles", "getName", "getResourcePath", "getRoot", "modify", "modifyBinary", "off",
    "offref", "on", "process", "read", "readBinary", "recurseChildren", "rename", "trash", "trigger", "tryTrigger",
  ],
  Workspace: [
    "activeEditor", "activeLeaf", "changeLayout", "containerEl", "createLeafBySplit", "createLeafInParent",
    "detachLeavesOfType", "duplicateLeaf", "ensureSideLeaf", "getActiveFile", "getActiveViewOfType", "getGroupLeaves",
    "getLastOpenFiles", "getLayout", "getLeaf", "getLeafById", "getLeavesOfType", "getLeftLeaf", "getMostRecentLeaf",
    "getRightLeaf", "getUnpinnedLeaf", "handleLinkContextMenu", "iterateAllLeaves", "iterateRootLeaves", "layoutReady",
    "leftRibbon", "leftSplit", "moveLeafToPopout", "off", "offref", "on", "onLayoutReady", "openLinkText",
    "openPopoutLeaf", "requestSaveLayout", "revealLeaf", "rightRibbon", "rightSplit", "rootSplit", "setActiveLeaf",
    "splitActiveLeaf", "trigger", "tryTrigger", "updateOptions",
  ],
} as const;

export const API_EVENTS: Readonly<Record<string, readonly string[]>> = {
  MetadataCache: ["changed", "deleted", "resolve", "resolved"],
  Vault: ["create", "delete", "modify", "rename"],
  Workspace: [
    "active-leaf-change", "css-change", "editor-change", "editor-drop", "editor-menu", "editor-paste", "file-menu",
    "file-open", "files-menu", "layout-change", "quick-preview", "quit", "resize", "url-menu", "window-close", "window-open",
  ],
};

export const API_VALUES: readonly string[] = [
  "AbstractInputSuggest", "AbstractTextComponent", "App", "BaseComponent", "BasesEntry", "BasesEntryGroup",
  "BasesQueryResult", "BasesView", "BasesViewConfig", "BooleanValue", "ButtonComponent", "CapacitorAdapter",
  "ColorComponent", "Component", "ConfirmationButton", "ConfirmationModal", "DateValue", "DisplayValueComponent",
  "DropdownComponent", "DurationValue", "EditableFileView", "Editor", "EditorSuggest", "Events",
  "ExtraButtonComponent", "FileManager", "FileSystemAdapter", "FileValue", "FileView", "FuzzySuggestModal",
  "HTMLValue", "HoverPopover", "IconValue", "ImageValue", "ItemView", "Keymap", "LinkValue", "ListValue",
  "MarkdownEditView", "MarkdownPreviewRenderer", "MarkdownPreviewView", "MarkdownRenderChild", "MarkdownRenderer",
  "MarkdownView", "Menu", "MenuItem", "MenuSeparator", "MetadataCache", "Modal", "MomentFormatComponent",
  "NotNullValue", "Notice", "NullValue", "NumberValue", "ObjectValue", "Platform", "Plugin", "PluginSettingTab",
  "PopoverState", "PopoverSuggest", "PrimitiveValue", "ProgressBarComponent", "QueryController", "RegExpValue",
  "RelativeDateValue", "RenderContext", "Scope", "SearchComponent", "SecretComponent", "SecretStorage", "Setting",
  "SettingGroup", "SettingPage", "SettingTab", "SliderComponent", "StringValue", "SuggestModal", "TAbstractFile",
  "TFile", "TFolder", "TagValue", "Tasks", "TextAreaComponent", "TextComponent", "TextFileView", "ToggleComponent",
  "UrlValue", "Value", "ValueComponent", "Vault", "View", "Workspace", "WorkspaceContainer", "WorkspaceFloating",
  "WorkspaceItem", "WorkspaceLeaf", "WorkspaceMobileDrawer", "WorkspaceParent", "WorkspaceRibbon", "WorkspaceRoot",
  "WorkspaceSidedock", "WorkspaceSplit", "WorkspaceTabs", "WorkspaceWindow", "addIcon", "apiVersion",
  "arrayBufferToBase64", "arrayBufferToHex", "base64ToArrayBuffer", "debounce", "displayTooltip", "editorEditorField",
  "editorInfoField", "editorLivePreviewField", "editorViewField", "finishRenderMath", "getAllTags",
  "getBlobArrayBuffer", "getFrontMatterInfo", "getIcon", "getIconIds", "getLanguage", "getLinkpath",
  "hexToArrayBuffer", "htmlToMarkdown", "iterateCacheRefs", "iterateRefs", "livePreviewState", "loadMathJax",
  "loadMermaid", "loadPdfJs", "loadPrism", "moment", "normalizePath", "parseFrontMatterAliases",
  "parseFrontMatterEntry", "parseFrontMatterStringArray", "parseFrontMatterTags", "parseLinktext", "parsePropertyId",
  "parseYaml", "prepareFuzzySearch", "prepareSimpleSearch", "removeIcon", "renderMatches", "renderMath",
  "renderResults", "request", "requestUrl", "requireApiVersion", "resolveSubpath", "sanitizeHTMLToDom", "setIcon",
  "setTooltip", "sortSearchResults", "stringifyYaml", "stripHeading", "stripHeadingForLink",
];
