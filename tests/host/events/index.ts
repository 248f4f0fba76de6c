// The module `obsidian` as far as it exports events, components and keys.
export { Component } from "./component";
export { debounce } from "./debounce";
export { Events } from "./events";
export { Keymap } from "./keymap";
export { Scope } from "./scope";
