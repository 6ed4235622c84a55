import { readFileSync } from "node:fs";
import { defineConfig, type UserConfig } from "tsdown";

const config: UserConfig = defineConfig({
  entry: ["src/index.ts", "src/query.ts", "src/optimistic.ts", "src/testing.ts"],
  platform: "neutral",
  // Smaller in a browser, and readable all the same: names, lines and comments stay.
  minify: { compress: true, mangle: false, codegen: false },
  dts: { oxc: true },
  // Warns that the directive may be lost; the hook below knows.
  checks: { moduleLevelDirective: false },
  hooks: {
    "build:done": () => {
      const start = readFileSync(new URL("dist/index.js", import.meta.url), "utf8").slice(0, 13);
      if (start !== '"use client";') throw new Error(`dist/index.js starts with ${start} instead of "use client"`);
    },
  },
});

// The build tool reads its configuration from the default export.
export default config;
