import { readFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** Level 11 takes ten times as long and saves 7%. */
const BROTLI_QUALITY = 9;

/** Writes a `.br` and a `.gz` file beside each built script, style and SVG image. The server sends them without further work. */
function precompress(): Plugin {
  return {
    name: "precompress",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        for (const [fileName, file] of Object.entries(bundle)) {
          if (!/\.(?:js|css|svg)$/.test(fileName)) continue;
          const source = Buffer.from(file.type === "chunk" ? file.code : file.source);
          const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY };
          this.emitFile({ type: "asset", fileName: `${fileName}.br`, source: brotliCompressSync(source, { params }) });
          this.emitFile({ type: "asset", fileName: `${fileName}.gz`, source: gzipSync(source, { level: 9 }) });
        }
      },
    },
  };
}

/** The versions that snapshots of the access review state: of the API document, and of the packages that call the API. */
function versions(): Record<string, string> {
  const document = readFileSync(new URL("../../spec/iam-users.yaml", import.meta.url), "utf8");
  const client = readFileSync(new URL("../client/package.json", import.meta.url), "utf8");
  // The first `version` of the document is that of `info`, in YAML and in JSON.
  const [, apiVersion = "unknown"] = /^\s*"?version"?: *["']?([^"'\s,]+)/m.exec(document) ?? [];
  const { version } = JSON.parse(client) as { version: string };
  return {
    "import.meta.env.API_VERSION": JSON.stringify(apiVersion),
    "import.meta.env.TOOL_VERSION": JSON.stringify(version),
  };
}

export default defineConfig({
  plugins: [react(), precompress()],
  define: versions(),
  // The content security policy allows no data URLs for scripts and fonts, so no asset is inlined.
  build: {
    assetsInlineLimit: 0,
    target: "baseline-widely-available",
    // Keeps what all lists need in one file, without the parts that load on demand. Split by the pages that use each module, it would be larger after compression.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: "list",
              test: /src\/(?:table\/(?!list-empty-state|selection-bar)|users\/(?:use-users|users-page))/,
            },
          ],
        },
      },
    },
  },
});
