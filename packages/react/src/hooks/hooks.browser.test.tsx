import { QueryClient, skipToken } from "@tanstack/react-query";
import { Component, Suspense, useState, type ReactNode } from "react";
import { expect, it } from "vitest";
import { render } from "vitest-browser-react";
import { useDeleteUsers, useGetUser, useListInvitesSuspense, useListUsersInfinite } from "../index.ts";
import { setUp, waitForIdle, type SetUp } from "../test-utils/set-up.ts";
import { strictWrapper } from "../test-utils/strict-wrapper.tsx";

function show({ iam, queryClient }: Pick<SetUp, "iam" | "queryClient">, children: ReactNode) {
  return render(children, {
    wrapper: strictWrapper({ iam, queryClient }),
    // The tests assert caught errors. Do not log them.
    createRootOptions: { onCaughtError() {} },
  });
}

function Users() {
  const { data, hasNextPage, fetchNextPage, error } = useListUsersInfinite({ pagination: { count: 2 } });
  const remove = useDeleteUsers();
  return (
    <>
      <ul>
        {data?.pages.flatMap(({ users }) =>
          users.map(({ id, name }) => (
            <li key={id}>
              <button onClick={() => remove.mutate({ userIds: [id] })}>Remove {name}</button>
            </li>
          )),
        )}
      </ul>
      {hasNextPage && <button onClick={() => fetchNextPage()}>More</button>}
      <p role="alert">{error?.message ?? remove.error?.message}</p>
    </>
  );
}

it("lists users, loads more and removes one, without duplicate requests", async () => {
  const mock = setUp();
  const [first, second, third] = mock.workspace.users.map(({ name }) => name);
  const screen = await show(mock, <Users />);
  await expect.element(screen.getByRole("listitem")).toHaveLength(2);
  await screen.getByRole("button", { name: "More" }).click();
  await expect.element(screen.getByRole("listitem")).toHaveLength(4);
  expect(mock.takeRequests()).toHaveLength(2);

  await screen.getByRole("button", { name: `Remove ${second}` }).click();
  await expect.element(screen.getByRole("listitem").nth(1)).toHaveTextContent(`Remove ${third}`);
  await expect.element(screen.getByRole("listitem").nth(0)).toHaveTextContent(`Remove ${first}`);
  await waitForIdle(mock.queryClient);
  const [removal, ...refetches] = mock.takeRequests();
  expect(removal).toMatch(/^DELETE \/users\?userIds\.0=/);
  expect(refetches).toHaveLength(1);
});

it("does not fetch while its input is skipToken", async () => {
  const mock = setUp();
  const [user] = mock.workspace.users;
  function Chosen() {
    const [userId, setUserId] = useState<string>();
    const { data, fetchStatus } = useGetUser(userId === undefined ? skipToken : { userId });
    return <button onClick={() => setUserId(user?.id)}>{data?.user.email ?? fetchStatus}</button>;
  }
  const screen = await show(mock, <Chosen />);
  await screen.getByRole("button", { name: "idle" }).click();
  await expect.element(screen.getByText(String(user?.email))).toBeVisible();
  expect(mock.takeRequests()).toEqual([`GET /users/${user?.id}`]);
});

class Boundary extends Component<{ children: ReactNode }, { failure?: Error }> {
  override state: { failure?: Error } = {};

  static getDerivedStateFromError(failure: Error) {
    return { failure };
  }

  override render() {
    return this.state.failure ? <p>Failed: {this.state.failure.message}</p> : this.props.children;
  }
}

function Invites() {
  return useListInvitesSuspense().data.invites.map((email) => <p key={email}>{email}</p>);
}

it("suspends until it has data, and throws failures to the error boundary", async () => {
  const mock = setUp();
  const tree = (
    <Boundary>
      <Suspense fallback="Loading">
        <Invites />
      </Suspense>
    </Boundary>
  );
  const screen = await show(mock, tree);
  await expect.element(screen.getByText(String(mock.workspace.invites[0]?.email))).toBeVisible();
  await screen.unmount();
  mock.workspace.fail("listInvites", { status: 401 });
  const failed = await show({ ...mock, queryClient: new QueryClient() }, tree);
  await expect.element(failed.getByText(/^Failed: listInvites .*401/)).toBeVisible();
  expect(mock.workspace.requests.map(({ operation, status }) => `${operation} ${status}`)).toEqual([
    "listInvites 200",
    "listInvites 401",
  ]);
});
