import type { IncomingMessage, ServerResponse } from "node:http";
import type { Plugin, ViteDevServer } from "vite";
import { writeWorkspaceKind } from "../workspace-kind.ts";
import type { RequestHandler } from "./create-console-handler.ts";
import type * as StartApi from "./start-api.ts";

/**
 * Gives Vite's development server the same API that the built console has: the proxy, and a mock unless `SEGMENT_TOKEN` is set.
 *
 * What it needs is loaded when that server starts, so that a build does not need it.
 */
export function devApi(): Plugin {
  return {
    name: "segment-iam-api",
    apply: "serve",
    transformIndexHtml: (html) => writeWorkspaceKind(html, process.env["SEGMENT_TOKEN"] ? "live" : "mock"),
    async configureServer(server) {
      const [{ NodeRequest, sendNodeResponse }, { apiPath }] = await Promise.all([
        import("srvx/node"),
        import("../api-path.ts"),
      ]);
      const { handle, close } = currentApi(server);
      server.middlewares.use((req, res, next) => {
        if (req.url?.startsWith(`${apiPath}/`)) void answer(req, res, next);
        else next();
      });
      server.httpServer?.once("close", () => void close());

      async function answer(req: IncomingMessage, res: ServerResponse, next: (error: unknown) => void) {
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
 * The API as its code is now: it starts anew when that has changed since the last request, and with it the mock.
 *
 * Code that cannot be loaded changes nothing: the API goes on as it was.
 */
function currentApi(server: ViteDevServer): { handle: RequestHandler; close: () => Promise<void> } {
  let last: { code: typeof StartApi; api: Promise<StartApi.ConsoleApi> } | undefined;

  async function load(): Promise<typeof StartApi> {
    try {
      return (await server.ssrLoadModule("/src/server/start-api.ts")) as typeof StartApi;
    } catch (error) {
      if (!last) throw error;
      return last.code;
    }
  }

  return {
    async handle(request) {
      const code = await load();
      if (code !== last?.code) {
        const { readEnvironment } = await import("./read-environment.ts");
        const previous = last?.api;
        last = { code, api: code.startApi(readEnvironment(process.env)) };
        void previous?.then((api) => api.close());
      }
      return (await last.api).handle(request);
    },
    close: async () => (await last?.api)?.close(),
  };
}
