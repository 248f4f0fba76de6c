// The signs that the Tasks plugin writes behind a task.

/** Dates and times as boards of cards write them: `@{2024-05-01} @@{12:00}`. */
const ON_CARD = "@{1,2}\\{[^{}\\n]{1,20}\\}";
const DAY = "\\d{4}-\\d{2}-\\d{2}";
const DATED = "✅❌➕🛫📅📆🗓⏳⌛";

/** The repetition, the importance, what it depends on, and what becomes of it when done. */
const UNDATED = ["🔁\\s*[\\w\\s]*", "[🔺⏫🔼🔽⏬]\\uFE0F?", "[🆔⛔]\\s*[\\w,-]*", "🏁\\s*(?:keep|delete)"].join("|");

/** A sign with its date or words, as a pattern. */
export const TASK_FIELD = `[${DATED}]\\uFE0F?\\s*${DAY}|${UNDATED}|${ON_CARD}`;

const SIGN = [
  // With a date or without.
  `[${DATED}✔]\\uFE0F?\\s*(?:${DAY})?`,
  UNDATED,
  // Dates as other plugins write them, and tags.
  ON_CARD,
  `@${DAY}|\\{${DAY}\\}|#[^\\s#]+`,
].join("|");

/** All of them at the end of a text. */
export const TASK_SIGNS = new RegExp(`(?:\\s*(?:${SIGN}))+\\s*$`, "u");
