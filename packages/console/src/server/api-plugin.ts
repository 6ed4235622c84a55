import type { IncomingMessage, ServerResponse } from "node:http";
import type { Plugin, ViteDevServer } from "vite";
import { NodeRequest, sendNodeResponse } from "srvx/node";
import { API_PATH } from "../iam-api.ts";
import { writeWorkspace } from "../workspace.ts";
import type { RequestHandler } from "./create-console-handler.ts";
import { describeWorkspace } from "./start-api.ts";
import type * as StartApi from "./start-api.ts";

/** Adds the console's API to Vite's development server: the proxy and, without a token, a mock workspace. */
export function apiPlugin(options: StartApi.ApiOptions): Plugin {
  return {
    name: "segment-iam-api",
    apply: "serve",
    transformIndexHtml: (html) => writeWorkspace(html, describeWorkspace(options)),
    configureServer(server) {
      const { handle, close } = createReloadingApi(server, options);
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
function createReloadingApi(
  server: ViteDevServer,
  options: StartApi.ApiOptions,
): { handle: RequestHandler; close: () => Promise<void> } {
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
        const previous = current?.api;
        current = { code, api: code.startApi(options) };
        void previous?.then((api) => api.close());
      }
      return (await current.api).handle(request);
    },
    close: async () => (await current?.api)?.close(),
  };
}
