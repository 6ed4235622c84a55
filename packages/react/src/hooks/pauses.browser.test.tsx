import { expect, it, onTestFinished, vi } from "vitest";
import { render } from "vitest-browser-react";
import { useDeleteUsers, useListUsers } from "../generated/hooks.ts";
import { setUp, type SetUp } from "../test-utils/set-up.ts";
import { strictWrapper } from "../test-utils/strict-wrapper.tsx";

function Users() {
  const { data, fetchStatus, failureCount, refetch } = useListUsers({}, { retryDelay: 0 });
  const remove = useDeleteUsers();
  const userIds = data?.users.map(({ id }) => id) ?? [];
  return (
    <>
      <p>
        {data?.users.length ?? "no"} users, {fetchStatus}, {failureCount} failures
      </p>
      <button onClick={() => refetch()}>Look again</button>
      <button onClick={() => remove.mutate({ userIds })}>Remove: {remove.isPaused ? "paused" : remove.status}</button>
    </>
  );
}

function show(mock: SetUp) {
  return render(<Users />, { wrapper: strictWrapper(mock) });
}

it("pauses queries and mutations while the browser is offline", async () => {
  const mock = setUp();
  const screen = await show(mock);
  await expect.element(screen.getByText("5 users, idle, 0 failures")).toBeVisible();
  mock.takeRequests();

  window.dispatchEvent(new Event("offline"));
  onTestFinished(() => void window.dispatchEvent(new Event("online")));
  await screen.getByRole("button", { name: "Look again" }).click();
  await expect.element(screen.getByText("5 users, paused, 0 failures")).toBeVisible();
  await screen.getByRole("button", { name: /^Remove/ }).click();
  await expect.element(screen.getByText("Remove: paused")).toBeVisible();
  expect(mock.takeRequests()).toEqual([]);

  window.dispatchEvent(new Event("online"));
  await expect.element(screen.getByText("Remove: success")).toBeVisible();
  await expect.element(screen.getByText("0 users, idle, 0 failures")).toBeVisible();
  expect(mock.takeRequests().filter((request) => request.startsWith("DELETE"))).toHaveLength(1);
});

it("pauses retries until the tab is visible", async () => {
  const mock = setUp();
  mock.workspace.fail("listUsers", { status: 503 });
  const visibility = vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
  onTestFinished(() => visibility.mockRestore());
  const screen = await show(mock);
  await expect.element(screen.getByText("no users, paused, 1 failures")).toBeVisible();
  expect(mock.takeRequests()).toHaveLength(1);
  visibility.mockReturnValue("visible");
  window.dispatchEvent(new Event("visibilitychange"));
  await expect.element(screen.getByText("5 users, idle, 0 failures")).toBeVisible();
  expect(mock.takeRequests()).toHaveLength(1);
});
