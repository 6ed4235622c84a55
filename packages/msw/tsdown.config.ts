import { defineConfig, type UserConfig } from "tsdown";

const config: UserConfig = defineConfig({
  entry: ["src/index.ts", "src/workspace.ts", "src/server.ts", "src/bin.ts"],
  platform: "neutral",
  sourcemap: true,
  deps: { neverBundle: [/^node:/] },
  dts: { oxc: true, sourcemap: true },
});

// The build tool reads its configuration from the default export.
export default config;
