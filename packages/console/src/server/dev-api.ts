import type { IncomingMessage, ServerResponse } from "node:http";
import type { Plugin } from "vite";
import { writeWorkspaceKind } from "../workspace-kind.ts";

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
    async configureServer({ middlewares, httpServer }) {
      const [{ NodeRequest, sendNodeResponse }, { startApi }, { readEnvironment }, { apiPath }] = await Promise.all([
        import("srvx/node"),
        import("./start-api.ts"),
        import("./read-environment.ts"),
        import("../api-path.ts"),
      ]);
      const api = await startApi(readEnvironment(process.env));
      middlewares.use((req, res, next) => {
        if (req.url?.startsWith(`${apiPath}/`)) void answer(req, res, next);
        else next();
      });
      httpServer?.once("close", () => void api.close());

      async function answer(req: IncomingMessage, res: ServerResponse, next: (error: unknown) => void) {
        try {
          await sendNodeResponse(res, await api.handle(new NodeRequest({ req, res })));
        } catch (error) {
          next(error);
        }
      }
    },
  };
}
