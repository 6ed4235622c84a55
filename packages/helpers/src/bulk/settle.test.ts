import { deleteUsers, type CallOptions } from "@segment-iam/client";
import { VirtualClock } from "@segment-iam/test-utils/virtual-clock";
import { expect, it } from "vitest";
import { rateLimit } from "../rate-limit/rate-limit.ts";
import { retry } from "../retry/retry-interceptor.ts";
import { failure, fakeClient, success } from "../test-utils/fake-client.ts";
import { idsOf, numbered, untouched } from "../test-utils/removals.ts";
import { bulk, type BulkOptions } from "./bulk.ts";

type Answer = "done" | "lost" | "lost before" | "refused" | 401 | 404 | 422 | 429 | 503;

/** A workspace that answers each removal in turn as told, and then as it should. Of an id it has not, it says so. */
function start(answers: Answer[], ids: string[], options: BulkOptions<string> = {}) {
  const clock = new VirtualClock();
  const users = new Set(ids.filter((id) => !id.startsWith("gone")));
  const requests: string[][] = [];
  const interceptors = [retry({ clock, random: () => 0, deadlineMs: Infinity }), rateLimit({ clock })];
  const iam = fakeClient((request) => {
    const sent = idsOf(request);
    requests.push(sent);
    const answer = answers.shift() ?? "done";
    if (typeof answer === "number") return failure(answer, {}, answer === 429 ? { msBeforeNext: 500 } : undefined);
    if (answer === "refused") throw Object.assign(new Error("refused"), { code: "ECONNREFUSED" });
    const isAllThere = sent.every((id) => users.has(id));
    if (isAllThere && answer !== "lost before") for (const id of sent) users.delete(id);
    if (answer !== "done") throw Object.assign(new Error("lost"), { code: "ECONNRESET" });
    return isAllThere ? success() : failure(404);
  }, interceptors);
  const isDone = (id: string): boolean => !users.has(id);
  return { requests, users, isDone, run: () => clock.run(bulk(deleteUsers, iam, ids, { clock, ...options }).result) };
}

it("does not know what became of a removal whose answer was lost, when its repeat finds nothing", async () => {
  const { run } = start(["lost"], numbered(2));
  const { unknown, ...rest } = await run();
  expect(unknown.map(({ item }) => item)).toEqual(["id0", "id1"]);
  expect(unknown[0]?.error).toMatchObject({ status: 404, attempts: 2 });
  expect(rest).toMatchObject({ succeeded: [], rejected: [], notAttempted: [] });
});

it("settles it by asking for each item", async () => {
  const { run, requests, ...workspace } = start(["lost"], numbered(2), { isDone: (id) => workspace.isDone(id) });
  expect(await run()).toEqual({ ...untouched, succeeded: numbered(2) });
  expect(requests).toHaveLength(2);
});

it("sends again what was not carried out, and finds the item at fault", async () => {
  const ids = ["id0", "gone", "id2"];
  const { run, users, ...workspace } = start(["lost before"], ids, {
    isDone: (id) => id !== "gone" && workspace.isDone(id),
  });
  const report = await run();
  expect(report).toMatchObject({ succeeded: ["id0", "id2"], unknown: [], notAttempted: [] });
  expect(report.rejected).toMatchObject([{ item: "gone", error: { status: 404 } }]);
  expect([...users]).toEqual([]);
});

it("does not send again for ever what is never carried out", async () => {
  const { run, requests } = start(Array<Answer>(100).fill("lost before"), numbered(2), { isDone: () => false });
  const report = await run();
  expect(report).toMatchObject({ succeeded: [], unknown: [], notAttempted: [] });
  expect(report.rejected.map(({ item, error }) => [item, (error as Error).name])).toEqual([
    ["id0", "NetworkError"],
    ["id1", "NetworkError"],
  ]);
  expect(requests).toHaveLength(4 + 4);
});

it("does not send again either what was refused in between, and halved", async () => {
  const { run, requests } = start(Array<Answer>(100).fill(503).with(1, 422), numbered(2), {
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

it("sends again what was refused with others, halved, and then lost", async () => {
  const { run, requests, ...workspace } = start([422, 503], numbered(2), {
    retry: false,
    isDone: (id) => workspace.isDone(id),
  });
  expect(await run()).toEqual({ ...untouched, succeeded: numbered(2) });
  expect(requests).toEqual([["id0", "id1"], ["id0"], ["id0"], ["id1"]]);
});

it("does not know it when it cannot ask either", async () => {
  const { run } = start(["lost"], numbered(1), { isDone: () => Promise.reject(new Error("broken")) });
  expect((await run()).unknown).toMatchObject([{ item: "id0", error: { status: 404 } }]);
});

it("asks with what the other calls are made with, and in the way of bulk work", async () => {
  const asked: [string, CallOptions][] = [];
  const headers = { "x-trace": "7" };
  const isDone = (id: string, options: CallOptions): boolean => asked.push([id, options]) > 0;
  await start(["lost"], numbered(1), { isDone, headers }).run();
  expect(asked).toEqual([["id0", { headers, priority: "bulk", signal: expect.any(AbortSignal) }]]);
});

it("asks nothing more once it is aborted", async () => {
  const controller = new AbortController();
  const { run } = start(["lost"], numbered(3), {
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

it.each<[string, Answer[]]>([
  ["refused its connection", ["lost", "refused", "refused", "refused"]],
  ["refused its token", ["lost", 401]],
])("does not take a removal for undone because a later attempt was %s, and ends", async (_, answers) => {
  const report = await start(answers, numbered(4), { maxItems: 2 }).run();
  expect(report.unknown.map(({ item }) => item)).toEqual(["id0", "id1"]);
  expect(report).toMatchObject({ succeeded: [], rejected: [], notAttempted: ["id2", "id3"] });
  expect(report.stoppedBy).toBe(report.unknown[0]?.error);
});

it("has no doubt of a 404 that follows a 429 alone, for that was not carried out", async () => {
  const report = await start([429, 404], ["gone"]).run();
  expect(report.rejected).toMatchObject([{ item: "gone", error: { status: 404, attempts: 2 } }]);
});

it("has tried nothing of a request that is aborted while it waits for its turn", async () => {
  const controller = new AbortController();
  const { run } = start([429], numbered(2), {
    signal: controller.signal,
    onRetry: () => setImmediate(() => controller.abort("enough")),
  });
  expect(await run()).toEqual({ ...untouched, notAttempted: numbered(2), stoppedBy: "enough" });
});
