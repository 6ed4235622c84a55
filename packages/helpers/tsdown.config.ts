import { defineConfig, type UserConfig } from "tsdown";

const config: UserConfig = defineConfig({
  entry: ["src/index.ts", "src/pagination.ts", "src/retry.ts", "src/rate-limit.ts", "src/bulk.ts", "src/redis.ts"],
  platform: "neutral",
  // Smaller in a browser, and readable all the same: names, lines and comments stay.
  minify: { compress: true, mangle: false, codegen: false },
  dts: { oxc: true },
});

// The build tool reads its configuration from the default export.
export default config;
