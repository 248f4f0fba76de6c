// The places a leaf has been: the states that Back and Forward lead to.
import type { ViewState } from "./leaf";

export interface HistoryEntry {
  readonly state: ViewState;
  readonly eState: unknown;
}

/** The calls that the history needs of its leaf. */
export interface HistoryOwner {
  currentEntry(): HistoryEntry;
  restoreEntry(entry: HistoryEntry): Promise<void>;
}

const MOST = 50;

export class LeafHistory {
  private past: HistoryEntry[] = [];
  private future: HistoryEntry[] = [];

  constructor(private readonly owner: HistoryOwner) {}

  get canGoBack(): boolean {
    return this.past.length > 0;
  }

  get canGoForward(): boolean {
    return this.future.length > 0;
  }

  /** Remembers where the leaf was before it was led elsewhere. */
  record(entry: HistoryEntry): void {
    this.past = [...this.past, entry].slice(-MOST);
    this.future = [];
  }

  async back(): Promise<void> {
    await this.step(this.past, this.future);
  }

  async forward(): Promise<void> {
    await this.step(this.future, this.past);
  }

  private async step(from: HistoryEntry[], to: HistoryEntry[]): Promise<void> {
    const entry = from.pop();
    if (!entry) return;
    to.push(this.owner.currentEntry());
    await this.owner.restoreEntry(entry);
  }
}
