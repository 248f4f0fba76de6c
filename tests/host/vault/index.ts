// The vault and all that belongs to it. What the module `obsidian` exports of it is named in obsidian.ts.
export { DataAdapter } from "./adapter";
export type { BackendEntry, ChangeListener, VaultBackend } from "./backend";
export { Faults, FaultyBackend } from "./faulty-backend";
export { FileManager } from "./file-manager";
export { TAbstractFile, TFile, TFolder } from "./files";
export { HttpBackend } from "./http-backend";
export { MacBackend } from "./mac-backend";
export { MemoryBackend } from "./memory-backend";
export { Outside, type Disk } from "./outside";
export { Vault } from "./vault";
