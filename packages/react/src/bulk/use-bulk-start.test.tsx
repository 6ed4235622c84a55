// @vitest-environment jsdom
import { deleteUsers } from "@segment-iam/client";
import { QueryClient } from "@tanstack/react-query";
import { act, cleanup, fireEvent, render, renderHook, waitFor } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { createDeferredApi } from "../test-utils/deferred-api.ts";
import { strictWrapper } from "../test-utils/strict-wrapper.tsx";
import { useBulk } from "./use-bulk.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** Creates an API whose responses the test sends, and a wrapper for hooks that call it. */
function setUp() {
  const { iam, requests } = createDeferredApi();
  return { requests, wrapper: strictWrapper({ iam, queryClient: new QueryClient() }) };
}

it("changes the status synchronously on start, so that a disabled button cannot be clicked twice", async () => {
  vi.stubGlobal("requestAnimationFrame", () => 0);
  const { requests, wrapper } = setUp();
  const reports: Promise<unknown>[] = [];
  function Removal() {
    const { progress, result, start } = useBulk(deleteUsers);
    return (
      <button disabled={progress && !result} onClick={() => void reports.push(start(["ada"]))}>
        Remove
      </button>
    );
  }
  const { getByRole } = render(<Removal />, { wrapper });
  for (const _ of ["first click", "second click"]) fireEvent.click(getByRole("button"));
  await waitFor(() => expect(requests).toHaveLength(1));
  await act(() => requests[0]?.respond({ status: "SUCCESS" }) ?? Promise.resolve());
  expect(await Promise.all(reports)).toMatchObject([{ succeeded: ["ada"] }]);
});

it("rejects a string instead of a list, and remains idle", async () => {
  const { requests, wrapper } = setUp();
  const { result } = renderHook(() => useBulk(deleteUsers), { wrapper });
  // @ts-expect-error -- a string is iterable
  await expect(result.current.start("ada")).rejects.toMatchObject({ name: "InputError", field: "userIds" });
  expect(result.current.status).toBe("idle");
  void result.current.start(["ada"]);
  await waitFor(() => expect(requests).toHaveLength(1));
  expect(requests[0]?.query.toString()).toBe("userIds.0=ada");
});
