// The findings of the rules for styles.css: they are not merely switched on.
import stylelint from "stylelint";
import { expect, it } from "vitest";

async function findings(code: string): Promise<readonly string[]> {
  const { results } = await stylelint.lint({ code, configFile: "stylelint.config.mjs" });
  return results.flatMap(({ warnings }) => warnings.map(({ rule }) => rule));
}

it.each([
  [".moc-path-row { color: var(--text-muted) !important; }", "declaration-no-important"],
  [".moc-path-row:has(.moc-path-title) { color: inherit; }", "selector-pseudo-class-disallowed-list"],
  [".moc-path-row, .tree-item-self { color: inherit; }", "selector-disallowed-list"],
  [".moc-path-row { margin-left: 0; }", "property-disallowed-list"],
  [".moc-path-row { text-align: right; }", "value-keyword-layout-mappings"],
  [".moc-path-row { color: #fff; }", "color-no-hex"],
  [".moc-path-row { color: rgba(var(--mono-100), 0.1); }", "declaration-property-value-disallowed-list"],
  [".moc-path-row { font-size: 1em; font-size: 2em; }", "declaration-block-no-duplicate-properties"],
  [".moc-path-row { display: contents; }", "plugin/no-unsupported-browser-features"],
  ["@scope (.moc-path-view) { .moc-path-row { color: inherit; } }", "at-rule-allowed-list"],
  ["/* stylelint-disable */ .moc-path-row { color: #fff; }", "color-no-hex"],
])("finds what is wrong in %s", async (code, rule) => {
  expect(await findings(code)).toContain(rule);
});

it("finds nothing in a rule that is as it should be", async () => {
  expect(await findings(".is-mobile .moc-path-row { margin-inline-start: var(--size-4-2); }")).toEqual([]);
});
