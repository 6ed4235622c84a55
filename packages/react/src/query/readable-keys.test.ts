import { createIamClient, deleteUsers, listUsers } from "@segment-iam/client";
import { createMockWorkspace } from "@segment-iam/msw/workspace";
import { MutationObserver, QueryClient } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { deleteUsersMutationOptions, listUsersInfiniteOptions, listUsersOptions } from "../query.ts";

// The devtools show the hash of a query and the key of a mutation as its name.
it("names the workspace, the operation and the input in the devtools", async () => {
  const { fetch, users } = createMockWorkspace({ users: 3 });
  const iam = createIamClient({ scope: "acme", token: "sgp_secret", fetch });
  const queryClient = new QueryClient();
  await queryClient.fetchQuery(listUsersOptions(iam, { pagination: { count: 2 } }));
  await queryClient.fetchInfiniteQuery(listUsersInfiniteOptions(iam));
  const mutation = new MutationObserver(queryClient, deleteUsersMutationOptions(iam));
  await mutation.mutate({ userIds: [users[1]?.id ?? ""] });
  expect(
    queryClient
      .getQueryCache()
      .getAll()
      .map(({ queryHash }) => queryHash),
  ).toEqual([
    `["segment-iam","acme","${listUsers.id}",{"pagination":{"count":2}},"finite"]`,
    `["segment-iam","acme","${listUsers.id}",{},"infinite"]`,
  ]);
  const [cached] = queryClient.getMutationCache().getAll();
  expect(cached?.options.mutationKey).toEqual(["segment-iam", "acme", deleteUsers.id]);
});
