// @vitest-environment jsdom
import { createInvites, deleteUsers } from "@segment-iam/client";
import { QueryClient } from "@tanstack/react-query";
import { act, cleanup, fireEvent, render, renderHook, waitFor } from "@testing-library/react";
import { afterEach, expect, it, onTestFinished, vi } from "vitest";
import { createDeferredApi, type DeferredRequest } from "../test-utils/deferred-api.ts";
import { strictWrapper } from "../test-utils/strict-wrapper.tsx";
import { useBulk, type UseBulkOptions } from "./use-bulk.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** Renders a hook that removes users one by one, with an API whose responses the test sends. */
function renderRemoval(options: UseBulkOptions<string> = {}) {
  const { iam, requests } = createDeferredApi();
  const queryClient = new QueryClient();
  const wrapper = strictWrapper({ iam, queryClient });
  const use = () => useBulk(deleteUsers, { maxBatchSize: 1, ...options });
  return { iam, requests, queryClient, wrapper, use, ...renderHook(use, { wrapper }) };
}

const success = { status: "SUCCESS" };

/** Responds to a request as soon as it is sent. */
async function respondTo(requests: readonly DeferredRequest[], at: number): Promise<void> {
  await waitFor(() => expect(requests).toHaveLength(at + 1));
  await act(() => requests[at]?.respond(success) ?? Promise.resolve());
}

it("reports the progress, then the outcome of each item", async () => {
  const { result, requests } = renderRemoval();
  expect(result.current).toMatchObject({ status: "idle", progress: undefined, result: undefined });
  const report = result.current.start(["ada", "ben", "cleo"]);
  await waitFor(() => expect(result.current.status).toBe("running"));
  await respondTo(requests, 0);
  await waitFor(() => expect(result.current.progress).toMatchObject({ done: 1, failed: 0, total: 3 }));
  expect(result.current.progress?.etaMs).toBeGreaterThan(0);
  await act(() => requests[1]?.fail(404) ?? Promise.resolve());
  await respondTo(requests, 2);
  await waitFor(() => expect(result.current.status).toBe("finished"));
  expect(result.current.result).toBe(await report);
  expect(result.current).toMatchObject({
    progress: { status: "finished", done: 3, failed: 1, total: 3 },
    result: { succeeded: ["ada", "cleo"], rejected: [{ item: "ben", error: { status: 404 } }], notAttempted: [] },
  });
  act(result.current.reset);
  expect(result.current.status).toBe("idle");
});

it("pauses after the request in flight, and resumes", async () => {
  const { result, requests } = renderRemoval();
  void result.current.start(["ada", "ben"]);
  await waitFor(() => expect(requests).toHaveLength(1));
  result.current.pause();
  await respondTo(requests, 0);
  await waitFor(() => expect(result.current).toMatchObject({ status: "paused", progress: { done: 1 } }));
  expect(requests).toHaveLength(1);
  result.current.resume();
  await respondTo(requests, 1);
  await waitFor(() => expect(result.current.status).toBe("finished"));
});

it.each([
  ["aborted", "abort", { succeeded: ["ada"], unknown: [{ item: "ben" }] }],
  ["stopped", "stop", { succeeded: ["ada", "ben"], unknown: [] }],
] as const)("lists the items that were not attempted when a run is %s", async (pastTense, action, outcome) => {
  const { result, requests } = renderRemoval();
  void result.current.start(["ada", "ben", "cleo"]);
  await respondTo(requests, 0);
  await waitFor(() => expect(requests).toHaveLength(2));
  result.current[action]();
  await requests[1]?.respond(success);
  await waitFor(() => expect(result.current.status).toBe("finished"));
  expect(result.current.result).toMatchObject({
    ...outcome,
    notAttempted: ["cleo"],
    stopReason: { name: "AbortError", message: `The bulk run was ${pastTense}` },
  });
});

it("rejects a second start until the run has ended", async () => {
  const { result, requests } = renderRemoval();
  void result.current.start(["ada"]);
  await expect(result.current.start(["ben"])).rejects.toMatchObject({ name: "InputError", field: "userIds" });
  await respondTo(requests, 0);
  await waitFor(() => expect(result.current.status).toBe("finished"));
  void result.current.start(["ben"]);
  await respondTo(requests, 1);
  await waitFor(() => expect(result.current.result?.succeeded).toEqual(["ben"]));
});

it("aborts a run without an id when its component unmounts", async () => {
  const { result, requests, unmount } = renderRemoval();
  const report = result.current.start(["ada", "ben"]);
  await waitFor(() => expect(requests).toHaveLength(1));
  unmount();
  expect(await report).toMatchObject({ unknown: [{ item: "ada" }], notAttempted: ["ben"] });
});

it("continues a run with an id after unmounting, and shows it to components that mount later", async () => {
  const { result, requests, unmount, use, wrapper } = renderRemoval({ id: "removal" });
  void result.current.start(["ada", "ben", "cleo"]);
  await waitFor(() => expect(requests).toHaveLength(1));
  unmount();
  await requests[0]?.respond(success);
  const remounted = renderHook(use, { wrapper });
  const sibling = renderHook(use, { wrapper });
  expect(remounted.result.current).toMatchObject({ status: "running", progress: { done: 1, total: 3 } });
  await respondTo(requests, 1);
  remounted.unmount();
  await respondTo(requests, 2);
  await waitFor(() => expect(sibling.result.current.result?.succeeded).toEqual(["ada", "ben", "cleo"]));
  sibling.unmount();
  const mountedLater = renderHook(use, { wrapper });
  expect(mountedLater.result.current.status).toBe("finished");
  mountedLater.result.current.reset();
  mountedLater.unmount();
  expect(renderHook(use, { wrapper }).result.current.status).toBe("idle");
});

it("shares a run between mounted components with the same id", async () => {
  const { result, requests, use, wrapper } = renderRemoval({ id: "removal" });
  const sibling = renderHook(use, { wrapper });
  void sibling.result.current.start(["ada"]);
  await waitFor(() => expect(result.current.status).toBe("running"));
  await respondTo(requests, 0);
  await waitFor(() => expect(result.current.result?.succeeded).toEqual(["ada"]));
});

it("uses the options of the latest render, and keeps the identity of its actions", async () => {
  const { iam, requests } = createDeferredApi();
  const { result, rerender } = renderHook((maxBatchSize: number) => useBulk(deleteUsers, { maxBatchSize }), {
    initialProps: 1,
    wrapper: strictWrapper({ iam, queryClient: new QueryClient() }),
  });
  const { start, pause, resume, stop, abort, reset } = result.current;
  rerender(2);
  expect(result.current).toMatchObject({ start, pause, resume, stop, abort, reset });
  void start(["ada", "ben"]);
  await respondTo(requests, 0);
  expect(requests[0]?.query.toString()).toBe("userIds.0=ada&userIds.1=ben");
  await waitFor(() => expect(result.current.status).toBe("finished"));
});

it("does not share runs between ids, operations or clients", async () => {
  const { result, requests, wrapper } = renderRemoval({ id: "one" });
  const other = strictWrapper({ iam: createDeferredApi().iam, queryClient: new QueryClient() });
  void result.current.start(["ada"]);
  await waitFor(() => expect(result.current.status).toBe("running"));
  for (const { result } of [
    renderHook(() => useBulk(deleteUsers, { id: "two" }), { wrapper }),
    renderHook(() => useBulk(createInvites, { id: "one" }), { wrapper }),
    renderHook(() => useBulk(deleteUsers, { id: "one" }), { wrapper: other }),
  ])
    expect(result.current.status).toBe("idle");
  await respondTo(requests, 0);
});

it("changes the status synchronously on start, so that a disabled button cannot be clicked twice", async () => {
  vi.stubGlobal("requestAnimationFrame", () => 0);
  const { iam, requests } = createDeferredApi();
  const reports: Promise<unknown>[] = [];
  function Removal() {
    const { progress, result, start } = useBulk(deleteUsers);
    return (
      <button disabled={progress && !result} onClick={() => void reports.push(start(["ada"]))}>
        Remove
      </button>
    );
  }
  const { getByRole } = render(<Removal />, { wrapper: strictWrapper({ iam, queryClient: new QueryClient() }) });
  for (const _ of ["first click", "second click"]) fireEvent.click(getByRole("button"));
  await respondTo(requests, 0);
  expect(await Promise.all(reports)).toMatchObject([{ succeeded: ["ada"] }]);
});

it("rejects a string instead of a list, remains idle, and accepts a list afterwards", async () => {
  const { result, requests } = renderRemoval();
  // @ts-expect-error -- a string is iterable
  await expect(result.current.start("ada")).rejects.toMatchObject({ name: "InputError", field: "userIds" });
  expect(result.current.status).toBe("idle");
  void result.current.start(["ada"]);
  await respondTo(requests, 0);
  expect(requests[0]?.query.toString()).toBe("userIds.0=ada");
  await waitFor(() => expect(result.current.result?.succeeded).toEqual(["ada"]));
});

it("renders progress in a hidden tab, which runs no animation frames", async () => {
  vi.stubGlobal("requestAnimationFrame", () => 0);
  const hidden = vi.spyOn(document, "hidden", "get").mockReturnValue(true);
  onTestFinished(() => hidden.mockRestore());
  const { result, requests } = renderRemoval();
  void result.current.start(["ada"]);
  await respondTo(requests, 0);
  await waitFor(() => expect(result.current.status).toBe("finished"));
});
