import { readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import babel from "@rolldown/plugin-babel";
import react, { reactCompilerPreset } from "@vitejs/plugin-react";
import { NodeRequest, sendNodeResponse } from "srvx/node";
import { defineConfig, loadEnv, type Connect, type Plugin } from "vite";

export default defineConfig({
  appType: "custom",
  plugins: [react(), babel({ presets: [reactCompilerPreset()] }), devServer()],
  build: { outDir: "dist/client" },
});

/** Serves the proxy and server-rendered pages in development. `serve.ts` does so in production. */
function devServer(): Plugin {
  return {
    name: "dev-server",
    configureServer(server) {
      Object.assign(process.env, loadEnv(server.config.mode, server.config.root, ""));
      return () => {
        server.middlewares.use((req, res, next) => void respond(req, res, next));
      };

      async function respond(req: Connect.IncomingMessage, res: ServerResponse, next: Connect.NextFunction) {
        try {
          const { handle } = await server.ssrLoadModule("/src/server.tsx");
          const page = await server.transformIndexHtml(req.originalUrl ?? "/", readFileSync("index.html", "utf8"));
          await sendNodeResponse(res, await handle(new NodeRequest({ req, res }), page));
        } catch (error) {
          next(error);
        }
      }
    },
  };
}
