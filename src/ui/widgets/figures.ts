// Figures as the reader's language writes them.
import { openOf, percentOf, type Tally } from "../../core/roadmap/tally";
import type { Length } from "../../core/notation/length";
import type { Rating } from "../../core/notation/rating";
import type { Words } from "../../i18n/words";

const DAY = 86_400_000;

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** Formats numbers, shares and times for one language. */
export class Figures {
  private readonly integers: Intl.NumberFormat;
  private readonly shares: Intl.NumberFormat;
  private readonly dates: Intl.DateTimeFormat;
  private readonly agos: Intl.RelativeTimeFormat;

  constructor(private readonly words: Words) {
    this.integers = new Intl.NumberFormat(words.locale);
    this.shares = new Intl.NumberFormat(words.locale, { style: "percent", maximumFractionDigits: 0 });
    this.dates = new Intl.DateTimeFormat(words.locale, { dateStyle: "medium" });
    this.agos = new Intl.RelativeTimeFormat(words.locale, { style: "narrow", numeric: "auto" });
  }

  count(value: number): string {
    return this.integers.format(value);
  }

  /** A share from 0 to 1 as percent; a dash for null. */
  percent(share: number | null): string {
    return share === null ? "–" : this.shares.format(percentOf(share) / 100);
  }

  /** The day of a time in milliseconds since 1970. */
  date(at: number): string {
    return this.dates.format(at);
  }

  /** The number of days, weeks, months or years since then, in the least space. */
  ago(at: number, now = Date.now()): string {
    const days = Math.max(0, Math.round((startOfDay(now) - startOfDay(at)) / DAY));
    if (days < 7) return this.agos.format(-days, "day");
    if (days < 31) return this.agos.format(-Math.floor(days / 7), "week");
    return days < 365
      ? this.agos.format(-Math.floor(days / 30.5), "month")
      : this.agos.format(-Math.floor(days / 365), "year");
  }

  /** Says how much is done of what is not skipped, in the least space. */
  doneOf(tally: Tally): string {
    return `${this.count(tally.done)}/${this.count(openOf(tally))}`;
  }

  /** The same in words; where nothing is counted what is left out, or nothing. */
  doneOfInWords(tally: Tally): string {
    return openOf(tally) > 0
      ? this.words.doneOf(this.count(tally.done), this.count(openOf(tally)))
      : (this.leftOut(tally) ?? "");
  }

  /** Says what a tally does not count: what is skipped, and what is to be written; null if that is nothing. */
  leftOut({ skipped, missing }: Tally): string | null {
    const parts = [
      skipped && this.words.skippedOf(this.count(skipped)),
      missing && this.words.toWrite(this.count(missing)),
    ].filter((part) => part !== 0);
    return parts.length === 0 ? null : parts.join(this.words.comma);
  }

  /** A length with its unit in words. */
  length(length: Pick<Length, "value" | "unit">): string {
    return this.words.units[length.unit](this.count(length.value));
  }

  /** A length as short as a row allows: lines are the rule and stand alone. */
  shortLength(length: Length): string {
    return length.unit === "lines" ? this.count(length.value) : this.length(length);
  }

  rating(rating: Pick<Rating, "value" | "of" | "label">): string {
    const stars = this.words.stars(this.count(rating.value), this.count(rating.of));
    return rating.label === null ? stars : `${rating.label}: ${stars}`;
  }
}
