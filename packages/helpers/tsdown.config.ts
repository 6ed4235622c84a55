import { defineConfig, type UserConfig } from "tsdown";

const config: UserConfig = defineConfig({
  entry: ["src/index.ts", "src/pagination.ts", "src/retry.ts", "src/rate-limit.ts", "src/bulk.ts", "src/redis.ts"],
  platform: "neutral",
  sourcemap: true,
  // Reduces the size in a browser. The code stays readable, because names, lines and comments are kept.
  minify: { compress: true, mangle: false, codegen: false },
  dts: { oxc: true, sourcemap: true },
});

// The build tool reads its configuration from the default export.
export default config;
