import { serve } from "@segment-iam/test-utils/serve";
import { SimulatedApi } from "@segment-iam/test-utils/simulated-api";
import type { TestContext } from "vitest";
import { systemClock } from "../clock.ts";

/** A simulated API on a real HTTP server. */
export interface StartedApi {
  readonly url: string;
  readonly windows: SimulatedApi["windows"];
  /** Resolves once `more` more requests have arrived. */
  arrive(more: number): Promise<void>;
}

/** Starts an API that enforces a limit, and closes it when the test ends. */
export async function startSimulatedApi(
  limit: number,
  windowMs: number,
  { onTestFinished }: Pick<TestContext, "onTestFinished">,
): Promise<StartedApi> {
  const api = new SimulatedApi({ clock: systemClock, limit, windowMs });
  const awaited: { readonly count: number; readonly resolve: () => void }[] = [];
  let arrived = 0;
  const server = await serve(async (_, response) => {
    arrived += 1;
    for (const { count, resolve } of awaited) if (arrived >= count) resolve();
    const { status, headers, body } = await api.respond();
    response.writeHead(status, headers).end(JSON.stringify(body));
  });
  onTestFinished(server.close);
  return {
    url: server.url,
    windows: api.windows,
    arrive: (more) => new Promise((resolve) => void awaited.push({ count: arrived + more, resolve })),
  };
}
