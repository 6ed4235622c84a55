// @vitest-environment jsdom
import { createInvites, deleteUsers } from "@segment-iam/client";
import { QueryClient } from "@tanstack/react-query";
import { act, cleanup, renderHook, waitFor } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { holdRequests } from "../test-utils/deferred-api.ts";
import { strictWrapper } from "../test-utils/strict-wrapper.tsx";
import { useBulk, type UseBulkOptions } from "./use-bulk.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** A hook that removes users one by one, with an API that waits to be told what to answer. */
function renderRemoval(options: UseBulkOptions<string> = {}) {
  const { iam, held } = holdRequests();
  const queryClient = new QueryClient();
  const wrapper = strictWrapper({ iam, queryClient });
  const use = () => useBulk(deleteUsers, { maxItems: 1, ...options });
  return { iam, held, queryClient, wrapper, use, ...renderHook(use, { wrapper }) };
}

const done = { status: "SUCCESS" };

/** Answers the next request once it is there. */
async function answerNext(held: ReturnType<typeof holdRequests>["held"], at: number): Promise<void> {
  await waitFor(() => expect(held).toHaveLength(at + 1));
  await act(() => held[at]?.answer(done) ?? Promise.resolve());
}

it("tells how far it has come, and in the end what became of each item", async () => {
  const { result, held } = renderRemoval();
  expect(result.current).toMatchObject({ status: "idle", progress: undefined, result: undefined });
  const report = result.current.start(["ada", "ben", "cleo"]);
  await waitFor(() => expect(result.current.status).toBe("running"));
  await answerNext(held, 0);
  await waitFor(() => expect(result.current.progress).toMatchObject({ done: 1, failed: 0, total: 3 }));
  expect(result.current.progress?.etaMs).toBeGreaterThan(0);
  await act(() => held[1]?.refuse(404) ?? Promise.resolve());
  await answerNext(held, 2);
  await waitFor(() => expect(result.current.status).toBe("finished"));
  expect(result.current.result).toBe(await report);
  expect(result.current).toMatchObject({
    progress: { status: "finished", done: 3, failed: 1, total: 3 },
    result: { succeeded: ["ada", "cleo"], rejected: [{ item: "ben", error: { status: 404 } }], notAttempted: [] },
  });
  act(result.current.reset);
  expect(result.current.status).toBe("idle");
});

it("pauses after the request under way, and goes on", async () => {
  const { result, held } = renderRemoval();
  void result.current.start(["ada", "ben"]);
  await waitFor(() => expect(held).toHaveLength(1));
  result.current.pause();
  await answerNext(held, 0);
  await waitFor(() => expect(result.current).toMatchObject({ status: "paused", progress: { done: 1 } }));
  expect(held).toHaveLength(1);
  result.current.resume();
  await answerNext(held, 1);
  await waitFor(() => expect(result.current.status).toBe("finished"));
});

it("stops when it is told to, and says what was not tried", async () => {
  const { result, held } = renderRemoval();
  void result.current.start(["ada", "ben", "cleo"]);
  await answerNext(held, 0);
  await waitFor(() => expect(held).toHaveLength(2));
  result.current.abort();
  await waitFor(() => expect(result.current.status).toBe("finished"));
  expect(result.current.result).toMatchObject({
    succeeded: ["ada"],
    unknown: [{ item: "ben" }],
    notAttempted: ["cleo"],
    stoppedBy: { name: "AbortError", message: "Aborted by the user" },
  });
});

it("refuses a second list while the first is under way, and takes it after", async () => {
  const { result, held } = renderRemoval();
  void result.current.start(["ada"]);
  await expect(result.current.start(["ben"])).rejects.toMatchObject({ name: "InputError", field: "userIds" });
  await answerNext(held, 0);
  await waitFor(() => expect(result.current.status).toBe("finished"));
  void result.current.start(["ben"]);
  await answerNext(held, 1);
  await waitFor(() => expect(result.current.result?.succeeded).toEqual(["ben"]));
});

it("ends with its component", async () => {
  const { result, held, unmount } = renderRemoval();
  const report = result.current.start(["ada", "ben"]);
  await waitFor(() => expect(held).toHaveLength(1));
  unmount();
  expect(await report).toMatchObject({ unknown: [{ item: "ada" }], notAttempted: ["ben"] });
});

it("goes on without its component where it has an id, and is found again", async () => {
  const { result, held, unmount, use, wrapper } = renderRemoval({ id: "removal" });
  void result.current.start(["ada", "ben", "cleo"]);
  await waitFor(() => expect(held).toHaveLength(1));
  unmount();
  await held[0]?.answer(done);
  const again = renderHook(use, { wrapper });
  const beside = renderHook(use, { wrapper });
  expect(again.result.current).toMatchObject({ status: "running", progress: { done: 1, total: 3 } });
  await answerNext(held, 1);
  again.unmount();
  await answerNext(held, 2);
  await waitFor(() => expect(beside.result.current.result?.succeeded).toEqual(["ada", "ben", "cleo"]));
  beside.unmount();
  const later = renderHook(use, { wrapper });
  expect(later.result.current.status).toBe("finished");
  later.result.current.reset();
  later.unmount();
  expect(renderHook(use, { wrapper }).result.current.status).toBe("idle");
});

it("is one run for all who name it, also when they were there before it started", async () => {
  const { result, held, use, wrapper } = renderRemoval({ id: "removal" });
  const beside = renderHook(use, { wrapper });
  void beside.result.current.start(["ada"]);
  await waitFor(() => expect(result.current.status).toBe("running"));
  await answerNext(held, 0);
  await waitFor(() => expect(result.current.result?.succeeded).toEqual(["ada"]));
});

it("works by the options of the last render, and keeps its actions the same functions", async () => {
  const { iam, held } = holdRequests();
  const { result, rerender } = renderHook((maxItems: number) => useBulk(deleteUsers, { maxItems }), {
    initialProps: 1,
    wrapper: strictWrapper({ iam, queryClient: new QueryClient() }),
  });
  const { start, pause, resume, abort, reset } = result.current;
  rerender(2);
  expect(result.current).toMatchObject({ start, pause, resume, abort, reset });
  void start(["ada", "ben"]);
  await answerNext(held, 0);
  expect(held[0]?.query.toString()).toBe("userIds.0=ada&userIds.1=ben");
  await waitFor(() => expect(result.current.status).toBe("finished"));
});

it("keeps the runs of other ids, operations and clients apart", async () => {
  const { result, held, wrapper } = renderRemoval({ id: "one" });
  const other = strictWrapper({ iam: holdRequests().iam, queryClient: new QueryClient() });
  void result.current.start(["ada"]);
  await waitFor(() => expect(result.current.status).toBe("running"));
  for (const { result } of [
    renderHook(() => useBulk(deleteUsers, { id: "two" }), { wrapper }),
    renderHook(() => useBulk(createInvites, { id: "one" }), { wrapper }),
    renderHook(() => useBulk(deleteUsers, { id: "one" }), { wrapper: other }),
  ])
    expect(result.current.status).toBe("idle");
  await answerNext(held, 0);
});

it("renders its progress once a frame at most, however much happens", async () => {
  const frames: (() => void)[] = [];
  vi.stubGlobal("requestAnimationFrame", (frame: () => void) => frames.push(frame));
  const { iam, held } = holdRequests();
  let renders = 0;
  const { result } = renderHook(
    () => {
      renders += 1;
      return useBulk(deleteUsers, { maxItems: 1 });
    },
    { wrapper: strictWrapper({ iam, queryClient: new QueryClient() }) },
  );
  const before = renders;
  const report = result.current.start(["ada", "ben", "cleo"]);
  for (const at of [0, 1, 2]) await answerNext(held, at);
  await report;
  expect(frames).toHaveLength(1);
  // A render and its double, for the start.
  expect(renders).toBe(before + 2);
  act(() => frames[0]?.());
  expect(result.current.status).toBe("finished");
  expect(renders).toBe(before + 4);
});

it("does not wait for frames where there are none, as in a hidden tab", async () => {
  vi.stubGlobal("requestAnimationFrame", () => 0);
  const hidden = vi.spyOn(document, "hidden", "get").mockReturnValue(true);
  const { result, held } = renderRemoval();
  void result.current.start(["ada"]);
  await answerNext(held, 0);
  await waitFor(() => expect(result.current.status).toBe("finished"));
  hidden.mockRestore();
});
