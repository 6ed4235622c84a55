import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestContext } from "vitest";
import { systemClock } from "../time/clock.ts";
import { LimitedServer } from "./limited-server.ts";

/** A real HTTP server that enforces a limit. */
export interface LimitedApi {
  readonly url: string;
  /** What became of the requests, window by window. */
  readonly windows: LimitedServer["windows"];
  /** Resolves when as many more requests have arrived. */
  arrive(more: number): Promise<void>;
}

/** Starts it for the length of one test. */
export async function startLimitedApi(
  limit: number,
  windowMs: number,
  { onTestFinished }: Pick<TestContext, "onTestFinished">,
): Promise<LimitedApi> {
  const limited = new LimitedServer({ clock: systemClock, limit, windowMs });
  const awaited: { readonly count: number; readonly resolve: () => void }[] = [];
  let arrived = 0;
  const server = createServer(async (_, response) => {
    arrived += 1;
    for (const { count, resolve } of awaited) if (arrived >= count) resolve();
    const answer = await limited.answer();
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    windows: limited.windows,
    arrive: (more) => new Promise((resolve) => void awaited.push({ count: arrived + more, resolve })),
  };
}
