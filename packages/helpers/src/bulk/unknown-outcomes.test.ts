import { createIamClient, deleteUsers, type CallOptions } from "@segment-iam/client";
import { VirtualClock } from "@segment-iam/test-utils/virtual-clock";
import { expect, it, vi } from "vitest";
import { rateLimit } from "../rate-limit/rate-limit.ts";
import { retry } from "../retry/retry.ts";
import { failure, fakeClient, success } from "../test-utils/fake-client.ts";
import { idsOf, createIds, emptyReport } from "../test-utils/delete-users-client.ts";
import { bulk, type BulkOptions } from "./bulk.ts";

type Outcome = "done" | "lost" | "lost before" | "refused" | 401 | 404 | 422 | 429 | 503;

/**
 * Starts a workspace in which each of the first requests has a given outcome. Later requests delete their ids, or get a 404 if one
 * does not exist.
 */
function start(outcomes: Outcome[], ids: string[], options: BulkOptions<string> = {}) {
  const clock = new VirtualClock();
  const users = new Set(ids.filter((id) => !id.startsWith("gone")));
  const requests: string[][] = [];
  const interceptors = [retry({ clock, random: () => 0, deadlineMs: Infinity }), rateLimit({ clock })];
  const iam = fakeClient((request) => {
    const sent = idsOf(request);
    requests.push(sent);
    const outcome = outcomes.shift() ?? "done";
    if (typeof outcome === "number") return failure(outcome, {}, outcome === 429 ? { msBeforeNext: 500 } : undefined);
    if (outcome === "refused") throw Object.assign(new Error("refused"), { code: "ECONNREFUSED" });
    const allExist = sent.every((id) => users.has(id));
    if (allExist && outcome !== "lost before") for (const id of sent) users.delete(id);
    if (outcome !== "done") throw Object.assign(new Error("lost"), { code: "ECONNRESET" });
    return allExist ? success() : failure(404);
  }, interceptors);
  const isDone = (id: string): boolean => !users.has(id);
  return { requests, users, isDone, run: () => clock.run(bulk(deleteUsers, iam, ids, { clock, ...options }).result) };
}

it("reports a deletion as unknown when its response was lost and the retry got a 404", async () => {
  const { run } = start(["lost"], createIds(2));
  const { unknown, ...rest } = await run();
  expect(unknown.map(({ item }) => item)).toEqual(["id0", "id1"]);
  expect(unknown[0]?.error).toMatchObject({ status: 404, attempts: 2 });
  expect(rest).toMatchObject({ succeeded: [], rejected: [], notAttempted: [] });
});

it("determines the outcome of unknown items with isDone", async () => {
  const { run, requests, ...workspace } = start(["lost"], createIds(2), { isDone: (id) => workspace.isDone(id) });
  expect(await run()).toEqual({ ...emptyReport, succeeded: createIds(2) });
  expect(requests).toHaveLength(2);
});

it("resends items that were not executed, and isolates the rejected one", async () => {
  const ids = ["id0", "gone", "id2"];
  const { run, users, ...workspace } = start(["lost before"], ids, {
    isDone: (id) => id !== "gone" && workspace.isDone(id),
  });
  const report = await run();
  expect(report).toMatchObject({ succeeded: ["id0", "id2"], unknown: [], notAttempted: [] });
  expect(report.rejected).toMatchObject([{ item: "gone", error: { status: 404 } }]);
  expect([...users]).toEqual([]);
});

it("makes at most two calls for an item that is never executed", async () => {
  const { run, requests } = start(Array<Outcome>(100).fill("lost before"), createIds(2), { isDone: () => false });
  const report = await run();
  expect(report).toMatchObject({ succeeded: [], unknown: [], notAttempted: [] });
  expect(report.rejected.map(({ item, error }) => [item, (error as Error).name])).toEqual([
    ["id0", "NetworkError"],
    ["id1", "NetworkError"],
  ]);
  expect(requests).toHaveLength(4 + 4);
});

it("resends an item only once when its request was halved in between", async () => {
  const { run, requests } = start(Array<Outcome>(100).fill(503).with(1, 422), createIds(2), {
    retry: false,
    isDone: () => false,
  });
  const report = await run();
  expect(requests).toEqual([["id0", "id1"], ["id0", "id1"], ["id0"], ["id1"]]);
  expect(report.rejected).toMatchObject([
    { item: "id0", error: { status: 503 } },
    { item: "id1", error: { status: 503 } },
  ]);
});

it("resends half of a rejected request when the outcome of that half is unknown", async () => {
  const { run, requests, ...workspace } = start([422, 503], createIds(2), {
    retry: false,
    isDone: (id) => workspace.isDone(id),
  });
  expect(await run()).toEqual({ ...emptyReport, succeeded: createIds(2) });
  expect(requests).toEqual([["id0", "id1"], ["id0"], ["id0"], ["id1"]]);
});

it("reports items as unknown when isDone rejects", async () => {
  const { run } = start(["lost"], createIds(1), { isDone: () => Promise.reject(new Error("broken")) });
  expect((await run()).unknown).toMatchObject([{ item: "id0", error: { status: 404 } }]);
});

it("passes the call options with bulk priority to isDone", async () => {
  const calls: [string, CallOptions][] = [];
  const headers = { "x-trace": "7" };
  const isDone = (id: string, options: CallOptions): boolean => calls.push([id, options]) > 0;
  await start(["lost"], createIds(1), { isDone, headers }).run();
  expect(calls).toEqual([["id0", { headers, priority: "bulk", signal: expect.any(AbortSignal) }]]);
});

it("does not call isDone after an abort", async () => {
  const controller = new AbortController();
  const { run } = start(["lost"], createIds(3), {
    signal: controller.signal,
    isDone: (id) => {
      if (id === "id1") controller.abort("enough");
      return true;
    },
  });
  const report = await run();
  expect(report.succeeded).toEqual(["id0", "id1"]);
  expect(report.unknown.map(({ item }) => item)).toEqual(["id2"]);
});

it.each<[string, Outcome[]]>([
  ["connection was refused", ["lost", "refused", "refused", "refused"]],
  ["token was rejected", ["lost", 401]],
])("reports items as unknown and ends the run when a response was lost and then the %s", async (_, outcomes) => {
  const report = await start(outcomes, createIds(4), { maxBatchSize: 2 }).run();
  expect(report.unknown.map(({ item }) => item)).toEqual(["id0", "id1"]);
  expect(report).toMatchObject({ succeeded: [], rejected: [], notAttempted: ["id2", "id3"] });
  expect(report.stopReason).toBe(report.unknown[0]?.error);
});

it("rejects an item on a 404 after a 429, because a 429 means that nothing was executed", async () => {
  const report = await start([429, 404], ["gone"]).run();
  expect(report.rejected).toMatchObject([{ item: "gone", error: { status: 404, attempts: 2 } }]);
});

it("isolates a rejected item after a token was renewed, because a 401 means that nothing was executed", async () => {
  const statuses = [401, 404, 404];
  const fetch: typeof globalThis.fetch = async (url) => {
    const status = statuses.shift() ?? (String(url).includes("gone") ? 404 : 200);
    return status === 200 ? success() : failure(status);
  };
  const onRetry = vi.fn<(failure: unknown) => void>();
  const iam = createIamClient({ token: () => "renewed", fetch });
  const report = await bulk(deleteUsers, iam, ["gone", "id1"], { onRetry }).result;
  expect(report).toMatchObject({ succeeded: ["id1"], rejected: [{ item: "gone" }], unknown: [] });
  expect(onRetry.mock.calls).toEqual([[expect.objectContaining({ name: "ApiError", status: 401, attempts: 1 })]]);
});

it("reports items as not attempted when aborted in the queue", async () => {
  const controller = new AbortController();
  const { run } = start([429], createIds(2), {
    signal: controller.signal,
    onRetry: () => setImmediate(() => controller.abort("enough")),
  });
  expect(await run()).toEqual({ ...emptyReport, notAttempted: createIds(2), stopReason: "enough" });
});
