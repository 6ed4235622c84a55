import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { devApi } from "./src/server/api-plugin.ts";

export default defineConfig({
  plugins: [react(), devApi()],
  // Everything is a file: the content security policy does not let data URLs in for scripts and fonts.
  build: { assetsInlineLimit: 0, target: "baseline-widely-available" },
});
