import { defineConfig, type UserConfig } from "tsdown";

const config: UserConfig = defineConfig({
  entry: ["src/index.ts"],
  platform: "neutral",
  sourcemap: true,
  dts: { oxc: true, sourcemap: true },
});

// The build tool reads its configuration from the default export.
export default config;
