// Watches a page for everything that must not happen in a passing test: crashes, uncaught errors, console errors,
// failed requests.
import type { Page } from "playwright-core";

export class PageWatch {
  private readonly problems: string[] = [];

  /** Watches the page, and windows that it opens. */
  follow(page: Page): void {
    page.on("popup", (popup) => this.follow(popup));
    page.on("crash", () => this.problems.push("The page crashed."));
    page.on("pageerror", (error) => this.problems.push(`Uncaught: ${error.stack ?? error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error") this.problems.push(`Console error: ${message.text()}`);
    });
    page.on("requestfailed", (request) => {
      if (request.failure()?.errorText !== "net::ERR_ABORTED") this.problems.push(`Request failed: ${request.url()}`);
    });
    page.on("response", (response) => {
      if (response.status() >= 400) this.problems.push(`Request answered ${response.status()}: ${response.url()}`);
    });
  }

  /** The problems since it was last asked. */
  take(): readonly string[] {
    return this.problems.splice(0);
  }
}
