import { serve } from "@segment-iam/test-utils/serve";
import { SimulatedApi } from "@segment-iam/test-utils/simulated-api";
import type { TestContext } from "vitest";
import { systemClock } from "../clock.ts";

/** A simulated API on a real HTTP server. */
export interface StartedApi {
  readonly url: string;
  readonly windows: SimulatedApi["windows"];
  /** Resolves when `count` more requests have arrived. */
  waitForRequests(count: number): Promise<void>;
}

/** Starts an API with a rate limit. It is closed when the test ends. */
export async function startSimulatedApi(
  limit: number,
  windowMs: number,
  { onTestFinished }: Pick<TestContext, "onTestFinished">,
): Promise<StartedApi> {
  const api = new SimulatedApi({ clock: systemClock, limit, windowMs });
  const awaited: { readonly total: number; readonly resolve: () => void }[] = [];
  let arrived = 0;
  const server = await serve(async (_, response) => {
    arrived += 1;
    for (const { total, resolve } of awaited) if (arrived >= total) resolve();
    const { status, headers, body } = await api.respond();
    response.writeHead(status, headers).end(JSON.stringify(body));
  });
  onTestFinished(server.close);
  return {
    url: server.url,
    windows: api.windows,
    waitForRequests: (count) => new Promise((resolve) => void awaited.push({ total: arrived + count, resolve })),
  };
}
