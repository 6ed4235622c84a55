import { createIamClient, deleteUsers, type IamClientOptions } from "@segment-iam/client";
import { flushPromises, VirtualClock } from "@segment-iam/test-utils/virtual-clock";
import { describe, expect, it, vi } from "vitest";
import { fakeClient, success } from "../test-utils/fake-client.ts";
import { idsOf, createIds, deleteUsersClient, emptyReport } from "../test-utils/delete-users-client.ts";
import { bulk } from "./bulk.ts";
import type { BulkProgress } from "./types.ts";

describe("a bulk run", () => {
  it("reports its progress with an estimate", async () => {
    const clock = new VirtualClock();
    const { iam } = deleteUsersClient(async () => {
      await new Promise((resolve) => void clock.setTimeout(() => resolve(undefined), 1_000));
      return success();
    });
    const seen: BulkProgress[] = [];
    const run = bulk(deleteUsers, iam, createIds(6), {
      maxBatchSize: 2,
      clock,
      onProgress: (progress) => seen.push(progress),
    });
    expect(run.progress).toEqual({ status: "running", done: 0, failed: 0, total: 6, etaMs: undefined });
    await clock.run(run.result);
    expect(seen.map(({ done, etaMs }) => [done, etaMs])).toEqual([
      [2, 2_000],
      [4, 1_000],
      [6, 0],
      [6, 0],
    ]);
    expect(run.progress).toBe(seen.at(-1));
    expect(run.progress.status).toBe("finished");
  });

  it("sends nothing while paused, and excludes pauses from the estimate", async () => {
    const clock = new VirtualClock();
    const { iam, requests } = deleteUsersClient(async () => {
      await new Promise((resolve) => void clock.setTimeout(() => resolve(undefined), 1_000));
      return success();
    });
    const run = bulk(deleteUsers, iam, createIds(6), { maxBatchSize: 2, clock });
    await clock.advance(500);
    run.pause();
    await clock.advance(60_000);
    expect([requests.length, run.progress.status, run.progress.done]).toEqual([1, "paused", 2]);
    run.resume();
    await clock.run(run.result);
    expect(requests).toHaveLength(3);
    expect(clock.now()).toBe(62_500);
  });

  it("sends nothing when paused before its first request and aborted while paused", async () => {
    const { iam, requests } = deleteUsersClient();
    const run = bulk(deleteUsers, iam, createIds(3));
    run.pause();
    await flushPromises();
    run.abort("enough");
    expect(await run.result).toEqual({ ...emptyReport, notAttempted: createIds(3), stopReason: "enough" });
    expect(requests).toEqual([]);
  });

  it.each(["the run", "the signal"])(
    "settles when %s is aborted, and reports items in flight as unknown",
    async (target) => {
      const controller = new AbortController();
      const iam = fakeClient((request, signal) => {
        if (!idsOf(request).includes("id2")) return success();
        return new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
      });
      const run = bulk(deleteUsers, iam, createIds(6), { maxBatchSize: 2, signal: controller.signal });
      await flushPromises();
      if (target === "the run") run.abort("enough");
      else controller.abort("enough");
      const report = await run.result;
      expect(report).toMatchObject({ succeeded: ["id0", "id1"], notAttempted: ["id4", "id5"], stopReason: "enough" });
      expect(report.unknown.map(({ item }) => item)).toEqual(["id2", "id3"]);
    },
  );

  it("reports the abort reason when signals have no reason, as in React Native", async () => {
    vi.stubGlobal(
      "AbortController",
      class extends AbortController {
        override readonly signal = Object.defineProperty(super.signal, "reason", { value: undefined });
      },
    );
    const controller = new AbortController();
    const runs = [controller.signal, undefined, undefined].map((signal) =>
      bulk(deleteUsers, deleteUsersClient().iam, createIds(2), { maxBatchSize: 1, signal }),
    );
    controller.abort("not kept");
    runs[1]?.abort("enough");
    runs[2]?.abort();
    const reports = await Promise.all(runs.map(({ result }) => result));
    const aborted = expect.objectContaining({ name: "AbortError", message: "The bulk run was aborted" });
    expect(reports.map(({ stopReason }) => stopReason)).toEqual([aborted, "enough", aborted]);
    vi.unstubAllGlobals();
  });

  it("uses no array methods that React Native lacks", async () => {
    const spies = (["toReversed", "toSorted", "toSpliced", "with"] as const).map((name) =>
      vi.spyOn(Array.prototype, name),
    );
    await bulk(deleteUsers, deleteUsersClient().iam, createIds(4), { maxBatchSize: 2 }).result;
    expect(spies.flatMap(({ mock }) => mock.calls)).toEqual([]);
    vi.restoreAllMocks();
  });

  it.each<[string, (fail: () => Promise<never>) => Partial<IamClientOptions>]>([
    ["a token provider", (fail) => ({ token: fail })],
    ["an interceptor", (fail) => ({ token: "sgp_test", interceptors: [() => fail] })],
  ])("ends when %s rejects with undefined before a request is sent", async (_, options) => {
    const fail = vi.fn<() => Promise<never>>().mockRejectedValueOnce(undefined).mockRejectedValue("called again");
    const run = bulk(deleteUsers, createIamClient(options(fail)), createIds(2));
    const stopReason = new Error("A call rejected with undefined instead of an error");
    expect(await run.result).toEqual({ ...emptyReport, notAttempted: createIds(2), stopReason });
    expect(fail).toHaveBeenCalledTimes(1);
  });

  it("continues when listeners throw", async () => {
    const log = vi.spyOn(console, "error").mockReturnValue();
    const fail = vi.fn(() => {
      throw new Error("in a listener");
    });
    const run = bulk(deleteUsers, deleteUsersClient().iam, createIds(3), { maxBatchSize: 1, onProgress: fail });
    run.subscribe(fail);
    expect((await run.result).succeeded).toEqual(createIds(3));
    await flushPromises();
    expect([fail.mock.calls.length, log.mock.calls.length]).toEqual([8, 8]);
    vi.restoreAllMocks();
  });

  it("notifies listeners until they unsubscribe", async () => {
    const log = vi.spyOn(console, "error").mockReturnValue();
    const { iam } = deleteUsersClient();
    const run = bulk(deleteUsers, iam, createIds(2));
    let calls = 0;
    const unsubscribe = run.subscribe(() => (calls += 1));
    unsubscribe();
    run.subscribe(() => (calls += 10));
    await run.result;
    expect(calls).toBe(20);
    await flushPromises();
    expect(log).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });
});
