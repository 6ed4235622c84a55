import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { apiPlugin } from "./src/server/api-plugin.ts";

export default defineConfig({
  plugins: [react(), apiPlugin()],
  // The content security policy allows no data URLs for scripts and fonts, so no asset is inlined.
  build: { assetsInlineLimit: 0, target: "baseline-widely-available" },
});
