// Answers to what a reader asked for: shown as notices, and told to who can say them aloud.
import { Notice } from "obsidian";
import { Listeners } from "../core/listeners";

export class Answers {
  private readonly listeners = new Listeners<[message: string]>();

  give(message: string): void {
    new Notice(message);
    this.listeners.tell(message);
  }

  /** Calls back with each answer; returns what ends that. */
  onGiven(listener: (message: string) => void): () => void {
    return this.listeners.add(listener);
  }
}
