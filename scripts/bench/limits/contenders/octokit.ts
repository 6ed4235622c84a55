import { ENDLESS, type Contender } from "../contender.ts";

interface OctokitCore {
  readonly Octokit: OctokitClass;
}
interface OctokitClass {
  new (options: object): { request(route: string, parameters: object): Promise<unknown> };
  plugin(...plugins: unknown[]): OctokitClass;
}

/** Its throttling plugin sends one write a second; what is refused nevertheless is repeated by its retry plugin. */
export const octokit: Contender = {
  id: "octokit",
  name: "Octokit throttling + retry",
  settings: "both plugins; retry: { retries: 1,000 }; onRateLimit and onSecondaryRateLimit say yes",
  create: async ({ fetch, load, process }) => {
    const copy = `process=${process}`;
    const { Octokit } = await load<OctokitCore>("@octokit/core");
    const { throttling } = await load<{ throttling: unknown }>("@octokit/plugin-throttling", copy);
    const { retry } = await load<{ retry: unknown }>("@octokit/plugin-retry");
    const log = { debug: ignore, info: ignore, warn: ignore, error: ignore };
    const client = new (Octokit.plugin(throttling, retry))({
      baseUrl: "https://api.segmentapis.com",
      request: { fetch },
      log,
      retry: { retries: ENDLESS },
      throttle: { onRateLimit: () => true, onSecondaryRateLimit: () => true },
    });
    return () => client.request("DELETE /users", { "userIds.0": "u1" });
  },
};

function ignore(): void {
  // Each retry would be a line.
}
