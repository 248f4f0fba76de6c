// What the reader has set, as the plugin's own data holds it. What is missing or damaged is as it is at first.

/** Whether maps are marked in their own text: `"marks": false` switches that off. */
export function showsMarks(data: unknown): boolean {
  return !(typeof data === "object" && data !== null && "marks" in data && data.marks === false);
}
