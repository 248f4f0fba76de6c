// What this device remembers of each map's view: which rows are folded. Kept apart from the map's text and from sync.
import type { DeviceMemory } from "./context";

const KEY = "moc-path-folds";

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export class ViewMemory {
  constructor(private readonly memory: DeviceMemory) {}

  /** The ids of a map's rows that are not as they are at first. */
  folds(path: string): ReadonlySet<string> {
    const ids = this.all()[path];
    return new Set(Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : []);
  }

  saveFolds(path: string, folds: ReadonlySet<string>): void {
    const { [path]: _, ...others } = this.all();
    this.memory.save(KEY, folds.size === 0 ? others : { ...others, [path]: [...folds] });
  }

  private all(): Readonly<Record<string, unknown>> {
    const value = this.memory.load(KEY);
    return isRecord(value) ? value : {};
  }
}
