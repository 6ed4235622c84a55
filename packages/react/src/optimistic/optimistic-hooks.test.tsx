// @vitest-environment jsdom
import type { Interceptor } from "@segment-iam/client";
import { act, cleanup, renderHook, waitFor } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import {
  useAddPermissionsToUser,
  useCreateInvites,
  useDeleteInvites,
  useDeleteUsers,
  useGetUser,
  useListInvites,
  useListUsersInfinite,
  useReplacePermissionsForUser,
} from "../generated/hooks.ts";
import {
  optimisticAddPermissionsToUser,
  optimisticCreateInvites,
  optimisticDeleteInvites,
  optimisticDeleteUsers,
  optimisticReplacePermissionsForUser,
} from "../optimistic.ts";
import { setUp, waitForIdle } from "../test-utils/set-up.ts";
import { strictWrapper } from "../test-utils/strict-wrapper.tsx";

afterEach(cleanup);

const permissions = [{ roleId: "1WDUuRLxv84rrfCNUwvkrRtkxnS", resources: [] }];

/** Renders a page with a list, a user, the invites and every write. Writes are sent after `allow` is called. */
async function renderPage() {
  let allow: (() => void) | undefined;
  const isAllowed = new Promise<void>((resolve) => {
    allow = resolve;
  });
  const hold: Interceptor = (next) => async (context) => {
    if (context.operation.method !== "GET") await isAllowed;
    return next(context);
  };
  const mock = setUp({}, { interceptors: [hold] });
  const { users } = mock.workspace;
  const userId = String(users[0]?.id);
  const use = () => {
    const list = useListUsersInfinite().data;
    const user = useGetUser({ userId }).data?.user;
    const invites = useListInvites().data;
    return {
      names: list?.items.map(({ name }) => name),
      total: list?.totalEntries,
      roles: user?.permissions?.map(({ roleId }) => roleId),
      listedRoles: list?.items[0]?.permissions?.map(({ roleId }) => roleId),
      invites: invites?.invites,
      inviteTotal: invites?.pagination.totalEntries,
      deleteUsers: useDeleteUsers({ optimistic: optimisticDeleteUsers }),
      deleteInvites: useDeleteInvites({ optimistic: optimisticDeleteInvites }),
      createInvites: useCreateInvites({ optimistic: optimisticCreateInvites }),
      add: useAddPermissionsToUser({ optimistic: optimisticAddPermissionsToUser }),
      replace: useReplacePermissionsForUser({ optimistic: optimisticReplacePermissionsForUser }),
    };
  };
  const { result } = renderHook(use, { wrapper: strictWrapper(mock) });
  await waitFor(() => expect(result.current).toMatchObject({ total: 5, inviteTotal: 3, roles: expect.any(Array) }));
  mock.takeRequests();
  return { ...mock, result, userId, allow };
}

type Page = Awaited<ReturnType<typeof renderPage>>;

it.each<[string, (page: Page) => void, object, string[]]>([
  [
    "deleteUsers",
    ({ result, workspace }) => result.current.deleteUsers.mutate({ userIds: [String(workspace.users[1]?.id)] }),
    { total: 4, names: { length: 4 } },
    ["GET /users"],
  ],
  [
    "deleteInvites",
    ({ result }) => result.current.deleteInvites.mutate({ emails: result.current.invites?.slice(1) ?? [] }),
    { inviteTotal: 1, invites: { length: 1 } },
    ["GET /invites"],
  ],
  [
    "createInvites",
    ({ result }) => result.current.createInvites.mutate({ invites: [{ email: "new@example.com" }] }),
    { inviteTotal: 4, invites: expect.arrayContaining(["new@example.com"]) },
    ["GET /invites"],
  ],
  [
    "addPermissionsToUser",
    ({ result, userId }) => result.current.add.mutate({ userId, permissions }),
    { roles: expect.arrayContaining(["1WDUuRLxv84rrfCNUwvkrRtkxnS"]) },
    ["GET /users", "GET /users/id"],
  ],
  [
    "replacePermissionsForUser",
    ({ result, userId }) => result.current.replace.mutate({ userId, permissions }),
    { roles: ["1WDUuRLxv84rrfCNUwvkrRtkxnS"], listedRoles: ["1WDUuRLxv84rrfCNUwvkrRtkxnS"] },
    ["GET /users", "GET /users/id"],
  ],
])(
  "shows the result of %s before the request is sent, and refetches the affected queries once afterwards",
  async (_operation, write, shown, reads) => {
    const page = await renderPage();
    const { result, queryClient, takeRequests, userId, allow } = page;
    await act(async () => write(page));
    await waitFor(() => expect(result.current).toMatchObject(shown));
    expect(takeRequests()).toEqual([]);
    allow?.();
    await waitFor(() => expect(queryClient.isMutating()).toBe(0));
    await act(() => waitForIdle(queryClient));
    expect(result.current).toMatchObject(shown);
    const requests = takeRequests().slice(1);
    expect(requests.map((request) => request.replace(userId, "id").replace(/\?.*/, "")).toSorted()).toEqual(reads);
  },
);

it("rolls back only the failed write and runs the caller's callbacks when one of two writes fails", async () => {
  const mock = setUp();
  const [ada = "", ben = ""] = mock.workspace.users.map(({ id }) => id);
  const callbacks = {
    onMutate: vi.fn<() => string>(() => "from onMutate"),
    onError: vi.fn<(...args: readonly unknown[]) => void>(),
    onSuccess: vi.fn<(...args: readonly unknown[]) => void>(),
  };
  const { result } = renderHook(
    () => ({
      ids: useListUsersInfinite().data?.items.map(({ id }) => id),
      remove: useDeleteUsers({ ...callbacks, optimistic: optimisticDeleteUsers }),
    }),
    { wrapper: strictWrapper(mock) },
  );
  await waitFor(() => expect(result.current.ids).toHaveLength(5));
  mock.workspace.fail("deleteUsers", { status: 422 });
  await act(async () => result.current.remove.mutate({ userIds: [ada] }));
  await act(async () => result.current.remove.mutate({ userIds: [ben] }));
  await waitFor(() => expect(callbacks.onError).toHaveBeenCalledTimes(1));
  await waitFor(() => expect(callbacks.onSuccess).toHaveBeenCalledTimes(1));
  await act(() => waitForIdle(mock.queryClient));
  expect(result.current.ids).toEqual(mock.workspace.users.map(({ id }) => id));
  expect(result.current.ids).toContain(ada);
  expect(callbacks.onError.mock.calls[0]?.slice(1, 3)).toEqual([{ userIds: [ada] }, "from onMutate"]);
  expect(callbacks.onSuccess.mock.calls[0]?.slice(1, 3)).toEqual([{ userIds: [ben] }, "from onMutate"]);
});
