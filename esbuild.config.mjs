// Bundles src/main.ts into main.js as Obsidian loads it. `production` minifies once;
// without it the bundle is rebuilt, with a source map, on every change.
import esbuild from "esbuild";

const production = process.argv[2] === "production";

/** @type {esbuild.BuildOptions} */
export const options = {
  entryPoints: ["src/main.ts"],
  outfile: "main.js",
  bundle: true,
  format: "cjs",
  // The oldest engines that run Obsidian 1.13: installer 1.5.8 (Chromium 120) and iOS 16.4.
  target: ["chrome120", "ios16.4"],
  // What Obsidian itself provides to plugins at run time; bundling a second copy would break them.
  external: ["obsidian", "electron", "@codemirror/*", "@lezer/*"],
  minify: production,
  sourcemap: production ? false : "inline",
  treeShaking: true,
  legalComments: "none",
  charset: "utf8",
  logLevel: "info",
};

if (production) await esbuild.build(options);
else await (await esbuild.context(options)).watch();
