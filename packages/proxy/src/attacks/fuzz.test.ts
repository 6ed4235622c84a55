import { matchOperation } from "@segment-iam/client";
import fc from "fast-check";
import { expect, it, onTestFinished } from "vitest";
import { expectInvariants } from "../test-utils/attack.ts";
import { randomRequest, type RandomRequest } from "../test-utils/random-request.ts";
import { rawRequest, sendRaw } from "../test-utils/raw-http.ts";
import { allOperations } from "../test-utils/set-up.ts";
import { startTarget, type ReceivedRequest } from "../test-utils/start-target.ts";

/** The number of requests. `pnpm test:attacks` sends more. */
const REQUESTS = Number(process.env["ATTACK_REQUESTS"] ?? 1_000);

/** The number of concurrent connections. */
const BATCH = 10;

it(`keeps its guarantees for ${REQUESTS} random requests`, { timeout: 60_000 + REQUESTS * 20 }, async () => {
  let calls = 0;
  const target = await startTarget({
    maxBodyBytes: 2_000,
    // Some responses of the API contain the token.
    api: (request, response, mock) => {
      calls += 1;
      if (calls % 5) mock(request, response);
      else response.end(JSON.stringify({ data: { sent: request.headers.authorization } }));
    },
  });
  onTestFinished(target.stop);
  const failures: unknown[] = [];
  const onFailure = (error: unknown) => failures.push(error);
  process.on("unhandledRejection", onFailure);
  onTestFinished(() => void process.off("unhandledRejection", onFailure));
  const counts = new Map<string, number>();
  // An aborted request may reach the API after its batch, so ids are unique over all batches.
  let sent = 0;
  const count = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);

  async function send({ kind, text }: RandomRequest, index: number) {
    const id = sent + index;
    const bytes = text.replaceAll("x-request-id: ID", `x-request-id: request-${id}`);
    const exchange = await sendRaw(target.port, bytes, { endsEarly: kind === "raw", aborts: kind === "aborted" });
    for (const { status } of exchange.responses) count(`${kind} ${status}`);
    if (exchange.responses.length === 0) count(`${kind} closed`);
    expect(kind === "complete" ? exchange.responses.length : 1).toBe(1);
    // A 500 is a bug of the proxy.
    expect(exchange.responses.filter(({ status }) => status === 500)).toEqual([]);
    return exchange;
  }

  const property = fc.asyncProperty(fc.array(randomRequest, { minLength: BATCH, maxLength: BATCH }), async (batch) => {
    target.workspace.reset();
    target.received.length = 0;
    const exchanges = await Promise.all(batch.map(send));
    expectInvariants(target, exchanges, target.received);
    for (const request of target.received) expectAllowed(request);
    for (const [index, { kind }] of batch.entries()) {
      const received = target.received.filter(({ headers }) => isIdOf(headers, sent + index));
      expect(kind === "complete" ? received.length : 0).toBeLessThanOrEqual(1);
    }
    sent += BATCH;
    const good = await sendRaw(target.port, rawRequest("GET /api/iam/users"));
    expect(good.responses.map(({ status }) => status)).toEqual([200]);
  });
  await fc.assert(property, { numRuns: Math.ceil(REQUESTS / BATCH) });
  expect(failures).toEqual([]);
  if ("ATTACK_REQUESTS" in process.env) console.log(Object.fromEntries([...counts].toSorted()), { calls });
});

function isIdOf(headers: ReceivedRequest["headers"], id: number): boolean {
  return headers.some(([name, value]) => name === "x-request-id" && value === `request-${id}`);
}

/** Checks that a request is an allowed operation, with one safe segment for each path parameter and with known query parameters. */
function expectAllowed({ method, target }: ReceivedRequest): void {
  const { pathname, search } = new URL(target, "http://api.example");
  expect(`${pathname}${search}`).toBe(target);
  const match = matchOperation(allOperations, method, pathname);
  expect(match?.operation.method).toBe(method);
  for (const value of Object.values(match?.pathParameters ?? {}))
    expect(value).not.toMatch(/[/\\%\p{Cc}]|^\.{0,2}(;|$)/u);
  const names = [...new URLSearchParams(search).keys()].map((name) => name.split(".")[0]);
  expect(names.filter((name) => !match?.operation.query?.includes(name ?? ""))).toEqual([]);
}
