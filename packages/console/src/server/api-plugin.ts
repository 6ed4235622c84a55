import type { IncomingMessage, ServerResponse } from "node:http";
import type { Plugin, ViteDevServer } from "vite";
import { writeWorkspaceKind } from "../workspace-kind.ts";
import type { RequestHandler } from "./create-console-handler.ts";
import type * as StartApi from "./start-api.ts";

/**
 * Adds the console's API to Vite's development server: the proxy, and a mock workspace unless `SEGMENT_TOKEN` is set.
 *
 * Imports its dependencies when the development server starts, because a build does not need them.
 */
export function apiPlugin(): Plugin {
  return {
    name: "segment-iam-api",
    apply: "serve",
    transformIndexHtml: (html) => writeWorkspaceKind(html, process.env["SEGMENT_TOKEN"] ? "live" : "mock"),
    async configureServer(server) {
      const [{ NodeRequest, sendNodeResponse }, { API_PATH }] = await Promise.all([
        import("srvx/node"),
        import("../iam-api.ts"),
      ]);
      const { handle, close } = createReloadingApi(server);
      server.middlewares.use((req, res, next) => {
        if (req.url?.startsWith(`${API_PATH}/`)) void respond(req, res, next);
        else next();
      });
      server.httpServer?.once("close", () => void close());

      async function respond(req: IncomingMessage, res: ServerResponse, next: (error: unknown) => void) {
        try {
          await sendNodeResponse(res, await handle(new NodeRequest({ req, res })));
        } catch (error) {
          next(error);
        }
      }
    },
  };
}

/**
 * On the first request after a change to the API's code, restarts the API and its mock workspace.
 *
 * If the new code fails to load, the previous API continues to run.
 */
function createReloadingApi(server: ViteDevServer): { handle: RequestHandler; close: () => Promise<void> } {
  let current: { code: typeof StartApi; api: Promise<StartApi.ConsoleApi> } | undefined;

  async function load(): Promise<typeof StartApi> {
    try {
      return (await server.ssrLoadModule("/src/server/start-api.ts")) as typeof StartApi;
    } catch (error) {
      if (!current) throw error;
      return current.code;
    }
  }

  return {
    async handle(request) {
      const code = await load();
      if (code !== current?.code) {
        const { readEnvironment } = await import("./read-environment.ts");
        const previous = current?.api;
        current = { code, api: code.startApi(readEnvironment(process.env)) };
        void previous?.then((api) => api.close());
      }
      return (await current.api).handle(request);
    },
    close: async () => (await current?.api)?.close(),
  };
}
