import { readFileSync } from "node:fs";
import { defineConfig, type UserConfig } from "tsdown";

const config: UserConfig = defineConfig({
  entry: ["src/index.ts", "src/query.ts", "src/optimistic.ts", "src/testing.ts"],
  platform: "neutral",
  sourcemap: true,
  // Compresses the code, but keeps names, line breaks and comments.
  minify: { compress: true, mangle: false, codegen: false },
  dts: { oxc: true, sourcemap: true },
  // The hook below checks that the output starts with the `"use client"` directive.
  checks: { moduleLevelDirective: false },
  hooks: {
    "build:done": () => {
      const start = readFileSync(new URL("dist/index.js", import.meta.url), "utf8").slice(0, 13);
      if (start !== '"use client";') throw new Error(`dist/index.js starts with ${start} instead of "use client"`);
    },
  },
});

// tsdown requires a default export.
export default config;
