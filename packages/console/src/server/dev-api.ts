import type { Plugin } from "vite";

/**
 * Gives Vite's development server the same API that the built console has: the proxy, and a mock unless `SEGMENT_TOKEN` is set.
 *
 * What it needs is loaded when that server starts, so that a build does not need it.
 */
export function devApi(): Plugin {
  return {
    name: "segment-iam-api",
    apply: "serve",
    async configureServer({ middlewares, httpServer }) {
      const [{ NodeRequest, sendNodeResponse }, { startApi }, { readEnvironment }, { apiPath }] = await Promise.all([
        import("srvx/node"),
        import("./start-api.ts"),
        import("./read-environment.ts"),
        import("../api-path.ts"),
      ]);
      const api = await startApi(readEnvironment(process.env));
      middlewares.use(async (req, res, next) => {
        if (req.url?.startsWith(`${apiPath}/`)) await sendNodeResponse(res, await api.handle(new NodeRequest({ req, res })));
        else next();
      });
      httpServer?.once("close", () => void api.close());
    },
  };
}
