// The rules of styles.css: what the directory's scan reports, and what keeps one plugin from restyling another.
// No comment in the file can switch one off.

/** Every rule stands below one of the plugin's own classes. */
const FOREIGN = String.raw`/^(?!.*\.moc-path-).*$/`;

/** Sides that would be the wrong ones from right to left. */
const SIDES = "/^(?:.+-)?(?:left|right)(?:-.+)?$/";

/** @type {import("stylelint").Config} */
export default {
  plugins: ["stylelint-no-unsupported-browser-features"],
  ignoreDisables: true,
  rules: {
    "declaration-no-important": true,
    "selector-pseudo-class-disallowed-list": ["has"],
    "selector-max-id": 0,
    "selector-max-universal": 1,
    "selector-disallowed-list": [[FOREIGN], { splitList: true }],
    "property-disallowed-list": [SIDES, "float", "clear"],
    "value-keyword-layout-mappings": "flow-relative",
    "color-named": ["never", { ignore: ["inside-function"] }],
    "color-no-hex": true,
    // Some versions of the app keep a colour in a variable, others only its figures.
    "declaration-property-value-disallowed-list": { "/.+/": [String.raw`/\brgba?\(\s*var\(/`] },
    "plugin/no-unsupported-browser-features": [true, { browsers: ["chrome >= 120", "ios_saf >= 16.4"] }],
    // Newer than those browsers, though the rule above does not know it.
    "at-rule-allowed-list": ["container", "media", "keyframes"],
    "function-disallowed-list": ["light-dark", "if", "anchor"],
    "block-no-empty": true,
    "declaration-block-no-duplicate-custom-properties": true,
    "declaration-block-no-duplicate-properties": true,
    "declaration-block-no-redundant-longhand-properties": true,
    "declaration-block-no-shorthand-property-overrides": true,
    "declaration-property-value-no-unknown": true,
    "function-no-unknown": true,
    "no-duplicate-selectors": true,
    "no-invalid-double-slash-comments": true,
    "no-unknown-animations": true,
    "property-no-deprecated": true,
    "property-no-unknown": true,
    "property-no-vendor-prefix": true,
    "selector-no-deprecated": true,
    "selector-no-vendor-prefix": true,
    "selector-pseudo-class-no-unknown": true,
    "selector-pseudo-element-no-unknown": true,
    "selector-type-no-unknown": true,
    "shorthand-property-no-redundant-values": true,
    "value-no-vendor-prefix": true,
    "unit-no-unknown": true,
  },
};
