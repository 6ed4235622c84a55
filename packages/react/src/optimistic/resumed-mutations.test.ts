import type { IamClient } from "@segment-iam/client";
import { dehydrate, hydrate, MutationObserver, onlineManager, QueryClient } from "@tanstack/react-query";
import { afterEach, expect, it } from "vitest";
import { deleteUsersMutationOptions, listUsersOptions } from "../generated/query.ts";
import { optimisticDeleteUsers } from "../optimistic.ts";
import { createDeferredApi, flushPromises } from "../test-utils/deferred-api.ts";
import { readData } from "../test-utils/read-data.ts";
import { FakeWorkspace } from "../test-utils/fake-workspace.ts";

afterEach(() => onlineManager.setOnline(true));

/** Creates a query client that can resume removals. */
function createQueryClient(iam: IamClient): QueryClient {
  const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  const { mutationKey, ...options } = deleteUsersMutationOptions(iam, {
    retry: false,
    optimistic: optimisticDeleteUsers,
  });
  queryClient.setMutationDefaults(mutationKey, options as object);
  return queryClient;
}

it.each([
  ["fails", 403, ["ada", "ben"]],
  ["succeeds", 200, ["ada"]],
])("shows a persisted write until it is resumed and %s", async (_outcome, status, expected) => {
  const { iam, requests } = createDeferredApi();
  const server = new FakeWorkspace(["ada", "ben"], []);
  const users = listUsersOptions(iam);
  const respond = async () => {
    await flushPromises();
    const request = requests.pop();
    if (status === 200 || request?.method === "GET") await request?.respond(server.handle(request));
    else await request?.fail(status);
  };

  const before = createQueryClient(iam);
  await Promise.all([before.fetchQuery(users), respond()]);
  onlineManager.setOnline(false);
  const { mutationKey } = deleteUsersMutationOptions(iam);
  void new MutationObserver<unknown, Error, object>(before, { mutationKey }).mutate({ userIds: ["ben"] });
  await flushPromises();
  const persisted = JSON.stringify(dehydrate(before));

  const after = createQueryClient(iam);
  hydrate(after, JSON.parse(persisted));
  expect(readData(after, users)?.users).toHaveLength(1);
  onlineManager.setOnline(true);
  await Promise.all([after.resumePausedMutations(), respond()]);
  expect(readData(after, users)?.users.map(({ id }) => id)).toEqual(expected);
  expect(after.getQueryCache().hasListeners()).toBe(false);
});
