import type { IamClient } from "@segment-iam/client";
import { dehydrate, hydrate, MutationObserver, onlineManager, QueryClient } from "@tanstack/react-query";
import { afterEach, expect, it } from "vitest";
import { deleteUsersMutationOptions, listUsersOptions } from "../generated/query.ts";
import { optimisticDeleteUsers } from "../optimistic.ts";
import { holdRequests, settled } from "../test-utils/deferred-api.ts";
import { SmallWorkspace } from "../test-utils/fake-workspace.ts";

afterEach(() => onlineManager.setOnline(true));

/** A query client that knows how to resume removals. */
function start(iam: IamClient): QueryClient {
  const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  const { mutationKey, ...options } = deleteUsersMutationOptions(iam, {
    retry: false,
    optimistic: optimisticDeleteUsers,
  });
  queryClient.setMutationDefaults(mutationKey, options as object);
  return queryClient;
}

it.each([
  ["refused", 403, ["ada", "ben"]],
  ["carried out", 200, ["ada"]],
])("shows what is true once a write that was persisted is resumed and %s", async (_outcome, status, expected) => {
  const { iam, held } = holdRequests();
  const server = new SmallWorkspace(["ada", "ben"], []);
  const users = listUsersOptions(iam);
  const answer = async () => {
    await settled();
    const request = held.pop();
    if (status === 200 || request?.method === "GET") await request?.answer(server.carryOut(request));
    else await request?.refuse(status);
  };

  const before = start(iam);
  await Promise.all([before.fetchQuery(users), answer()]);
  onlineManager.setOnline(false);
  const { mutationKey } = deleteUsersMutationOptions(iam);
  void new MutationObserver<unknown, Error, object>(before, { mutationKey }).mutate({ userIds: ["ben"] });
  await settled();
  const persisted = JSON.stringify(dehydrate(before));

  const after = start(iam);
  hydrate(after, JSON.parse(persisted));
  expect(after.getQueryData(users.queryKey)?.users).toHaveLength(1);
  onlineManager.setOnline(true);
  await Promise.all([after.resumePausedMutations(), answer()]);
  await Promise.all([after.fetchQuery(users), answer()]);
  expect(after.getQueryData(users.queryKey)?.users.map(({ id }) => id)).toEqual(expected);
  expect(after.getQueryCache().hasListeners()).toBe(false);
});
