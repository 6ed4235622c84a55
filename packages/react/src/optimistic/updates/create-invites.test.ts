import type { ListInvitesData } from "@segment-iam/client";
import { QueryClient } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { listInvitesInfiniteOptions, listInvitesOptions } from "../../generated/query.ts";
import type { IamQueryKey } from "../../key-of.ts";
import { createDeferredApi, flushPromises } from "../../test-utils/deferred-api.ts";
import { startOptimisticWrite } from "../../test-utils/optimistic-steps.ts";
import { readData } from "../../test-utils/read-data.ts";

const { iam, requests } = createDeferredApi();
const page = (pagination: Partial<ListInvitesData["pagination"]> = {}): ListInvitesData => ({
  invites: ["a@x"],
  pagination: { current: "here", ...pagination },
});
const second = { pagination: { count: 1, cursor: "Mg==" } };
const whole = listInvitesOptions(iam).queryKey;

it.each<[string, IamQueryKey<unknown>, ListInvitesData, boolean]>([
  ["adds a new invite to the first page", whole, page(), true],
  ["adds a new invite to a page without a previous one", whole, page({ previous: null }), true],
  ["does not change a page with a previous one", whole, page({ previous: "MQ==" }), false],
  ["does not change a page requested by cursor", listInvitesOptions(iam, second).queryKey, page(), false],
  ["does not change a list that starts at a cursor", listInvitesInfiniteOptions(iam, second).queryKey, page(), false],
  ["adds a new invite to a list that starts at the first page", listInvitesInfiniteOptions(iam).queryKey, page(), true],
])("%s", async (_name, queryKey, data, isAdded) => {
  const queryClient = new QueryClient();
  const isInfinite = queryKey.at(-1) === "infinite";
  queryClient.setQueryData(queryKey, isInfinite ? { pages: [data], pageParams: [undefined] } : data);
  void startOptimisticWrite(queryClient, iam, "createInvites", { invites: [{ email: "new@x" }] });
  await flushPromises();
  expect(JSON.stringify(readData(queryClient, { queryKey })).includes("new@x")).toBe(isAdded);
  await requests.pop()?.respond({ emails: ["new@x"] });
});
