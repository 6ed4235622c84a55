import { defineConfig, type UserConfig } from "tsdown";

const config: UserConfig = defineConfig({
  entry: ["src/index.ts", "src/logging.ts", "src/opentelemetry.ts"],
  platform: "neutral",
  sourcemap: true,
  // Compress without mangling: names, line breaks and comments stay, so the output is readable.
  minify: { compress: true, mangle: false, codegen: false },
  dts: { oxc: true, sourcemap: true },
});

// The build tool reads its configuration from the default export.
export default config;
