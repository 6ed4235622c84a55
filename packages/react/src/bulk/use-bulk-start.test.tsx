// @vitest-environment jsdom
import { deleteUsers } from "@segment-iam/client";
import { QueryClient } from "@tanstack/react-query";
import { act, cleanup, fireEvent, render, renderHook, waitFor } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { holdRequests } from "../test-utils/deferred-api.ts";
import { strictWrapper } from "../test-utils/strict-wrapper.tsx";
import { useBulk } from "./use-bulk.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** An API that waits to be told what to answer, and what is around a hook that uses it. */
function setUp() {
  const { iam, held } = holdRequests();
  return { held, wrapper: strictWrapper({ iam, queryClient: new QueryClient() }) };
}

it("shows at once that it runs, so that a button it disables is not clicked twice", async () => {
  vi.stubGlobal("requestAnimationFrame", () => 0);
  const { held, wrapper } = setUp();
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
  for (const _ of ["one click", "and another"]) fireEvent.click(getByRole("button"));
  await waitFor(() => expect(held).toHaveLength(1));
  await act(() => held[0]?.answer({ status: "SUCCESS" }) ?? Promise.resolve());
  expect(await Promise.all(reports)).toMatchObject([{ succeeded: ["ada"] }]);
});

it("does not take a string for a list, and stays free for one", async () => {
  const { held, wrapper } = setUp();
  const { result } = renderHook(() => useBulk(deleteUsers), { wrapper });
  // @ts-expect-error -- what JavaScript would do
  await expect(result.current.start("ada")).rejects.toMatchObject({ name: "InputError", field: "userIds" });
  expect(result.current.status).toBe("idle");
  void result.current.start(["ada"]);
  await waitFor(() => expect(held).toHaveLength(1));
  expect(held[0]?.query.toString()).toBe("userIds.0=ada");
});
