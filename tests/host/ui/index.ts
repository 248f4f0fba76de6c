// The module `obsidian` as far as it exports the user interface. Anything that only the host itself uses is imported
// from its own file.
export { ButtonComponent, ExtraButtonComponent } from "./button";
export { DropdownComponent } from "./dropdown";
export { FuzzySuggestModal } from "./fuzzy-suggest-modal";
export { HoverPopover } from "./hover-popover";
export { addIcon, getIcon, getIconIds, removeIcon, setIcon } from "./icons";
export { Menu } from "./menu";
export { MenuItem, MenuSeparator } from "./menu-item";
export { Modal } from "./modal";
export { Notice } from "./notice";
export { prepareFuzzySearch, prepareSimpleSearch, renderMatches, renderResults, sortSearchResults } from "./search";
export { Setting } from "./setting";
export { SettingGroup } from "./setting-group";
export { SuggestModal } from "./suggest-modal";
export { AbstractTextComponent, SearchComponent, TextAreaComponent, TextComponent } from "./text";
export { ToggleComponent } from "./toggle";
export { displayTooltip, setTooltip } from "./tooltip";
export { BaseComponent, ValueComponent } from "./value-component";
