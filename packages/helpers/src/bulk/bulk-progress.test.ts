import { deleteUsers } from "@segment-iam/client";
import { flushPromises, VirtualClock } from "@segment-iam/test-utils/virtual-clock";
import { expect, it, vi } from "vitest";
import { countListeners } from "../test-utils/count-listeners.ts";
import { failure, fakeClient, success } from "../test-utils/fake-client.ts";
import { createIds, deleteUsersClient } from "../test-utils/delete-users-client.ts";
import { sleep } from "../clock.ts";
import { bulk, type BulkOptions } from "./bulk.ts";

/** Starts a run whose requests take a second each, on a clock that is not at 0. */
async function start(
  list: string[],
  options: BulkOptions<string> = {},
  status?: (ids: string[]) => number | undefined,
) {
  const clock = new VirtualClock();
  await clock.advance(1_000_000);
  const { iam, requests } = deleteUsersClient(async (ids) => {
    await sleep(1_000, undefined, clock);
    const failed = status?.(ids);
    return failed ? failure(failed) : success();
  });
  return { clock, requests, run: bulk(deleteUsers, iam, list, { maxBatchSize: 1, clock, ...options }) };
}

it("counts rejected and unknown items as done", async () => {
  const statuses: Record<string, number> = { id0: 404, id1: 500 };
  const { clock, run } = await start(createIds(4), {}, ([id]) => statuses[id ?? ""]);
  await clock.run(run.result);
  expect(run.progress).toEqual({ status: "finished", done: 4, failed: 2, total: 4, etaMs: 0 });
});

it("excludes items that were never sent from the estimate", async () => {
  const { clock, run } = await start(["x".repeat(7_000), ...createIds(3)]);
  expect(run.progress).toEqual({ status: "running", done: 1, failed: 1, total: 4, etaMs: undefined });
  await clock.advance(1_000);
  expect(run.progress).toMatchObject({ done: 2, etaMs: 2_000 });
  await clock.run(run.result);
});

it("excludes past and current pauses from the estimate", async () => {
  const { clock, run } = await start(createIds(4));
  await clock.advance(1_000);
  run.pause();
  await clock.advance(60_000);
  expect(run.progress).toMatchObject({ status: "paused", done: 2 });
  run.resume();
  expect(run.progress).toMatchObject({ status: "running", etaMs: 1_000 });
  await clock.advance(1_000);
  expect(run.progress).toMatchObject({ done: 3, etaMs: 667 });
  await clock.run(run.result);
});

it("notifies listeners once per pause and resume, and never after the run", async () => {
  const { clock, run } = await start(createIds(2));
  const listener = vi.fn();
  run.subscribe(listener);
  run.resume();
  expect(listener).not.toHaveBeenCalled();
  run.pause();
  run.pause();
  expect(listener).toHaveBeenCalledTimes(1);
  run.resume();
  run.resume();
  expect(listener).toHaveBeenCalledTimes(2);
  await clock.run(run.result);
  listener.mockClear();
  run.pause();
  run.resume();
  expect(listener).not.toHaveBeenCalled();
  expect(run.progress.status).toBe("finished");
});

it("sends nothing during each of several pauses", async () => {
  const { clock, requests, run } = await start(createIds(3));
  for (const sent of [1, 2]) {
    await clock.advance(1_000 - 1);
    run.pause();
    await clock.advance(10_000);
    expect(requests).toHaveLength(sent);
    run.resume();
    await flushPromises();
  }
  await clock.run(run.result);
  expect(requests).toHaveLength(3);
});

it("removes its listener from the signal, and has no stopReason after a complete run", async () => {
  const controller = new AbortController();
  const listeners = countListeners(controller.signal);
  const { clock, run } = await start(createIds(1), { signal: controller.signal });
  expect(listeners()).toBe(1);
  const report = await clock.run(run.result);
  expect(listeners()).toBe(0);
  expect(report.stopReason).toBeUndefined();
});

it("has no stopReason after an abort during the last request", async () => {
  const iam = fakeClient(
    (_, signal) => new Promise((__, reject) => signal?.addEventListener("abort", () => reject(signal.reason))),
  );
  const run = bulk(deleteUsers, iam, createIds(1));
  await flushPromises();
  run.abort("enough");
  const report = await run.result;
  expect(report).toMatchObject({ unknown: [{ item: "id0", error: "enough" }], notAttempted: [] });
  expect(report.stopReason).toBeUndefined();
});

it("names the input field and maxUrlBytes in the error of an item that is too long for a URL", async () => {
  const { rejected } = await bulk(deleteUsers, deleteUsersClient().iam, ["xxx"], { maxUrlBytes: 10 }).result;
  expect(String(rejected[0]?.error)).toContain(
    "userIds contains an item that makes the URL longer than maxUrlBytes (10)",
  );
});

it("reads the whole iterable before the first request", async () => {
  const { iam, requests } = deleteUsersClient();
  const read: number[] = [];
  function* ids() {
    for (const id of createIds(3)) {
      read.push(requests.length);
      yield id;
    }
  }
  await bulk(deleteUsers, iam, ids(), { maxBatchSize: 1 }).result;
  expect([read, requests.length]).toEqual([[0, 0, 0], 3]);
});
