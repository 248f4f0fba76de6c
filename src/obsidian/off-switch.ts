// Ends all writing into the vault with the plugin.

export class OffSwitch {
  private isOff = false;

  /** Nothing is written from now on but what was asked for before. */
  stop(): void {
    this.isOff = true;
  }

  /** Throws once the plugin is off. */
  check(): void {
    if (this.isOff) throw new Error("MOC Path is off");
  }
}
