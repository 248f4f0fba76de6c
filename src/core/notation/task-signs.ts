// The signs that the Tasks plugin writes behind a task.

const DAY = "\\d{4}-\\d{2}-\\d{2}";
const DATED = "✅❌➕🛫📅📆🗓⏳⌛";

/** A sign with its date, as a pattern. */
export const TASK_DATE = `[${DATED}]\\uFE0F?\\s*${DAY}`;

const SIGN = [
  // With a date or without.
  `[${DATED}✔]\\uFE0F?\\s*(?:${DAY})?`,
  // The repetition, the importance, and what it depends on.
  "🔁\\s*[\\w\\s]*",
  "[🔺⏫🔼🔽⏬]\\uFE0F?",
  "[🆔⛔]\\s*[\\w,-]*",
  // Dates as other plugins write them, and tags.
  `@${DAY}|\\{${DAY}\\}|#[^\\s#]+`,
].join("|");

/** All of them at the end of a text. */
export const TASK_SIGNS = new RegExp(`(?:\\s*(?:${SIGN}))+\\s*$`, "u");
