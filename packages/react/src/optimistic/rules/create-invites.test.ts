import type { ListInvitesData } from "@segment-iam/client";
import { QueryClient, type QueryKey } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { listInvitesInfiniteOptions, listInvitesOptions } from "../../generated/query.ts";
import { holdRequests, settled } from "../../test-utils/deferred-api.ts";
import { startWrite } from "../../test-utils/optimistic-writes.ts";

const { iam, held } = holdRequests();
const page = (pagination: Partial<ListInvitesData["pagination"]> = {}): ListInvitesData => ({
  invites: ["a@x"],
  pagination: { current: "here", ...pagination },
});
const second = { pagination: { count: 1, cursor: "Mg==" } };
const whole = listInvitesOptions(iam).queryKey;

it.each<[string, QueryKey, ListInvitesData, boolean]>([
  ["the first page", whole, page(), true],
  ["a first page that says there is none before it", whole, page({ previous: null }), true],
  ["a page that says there is one before it", whole, page({ previous: "MQ==" }), false],
  ["a page asked for by its cursor", listInvitesOptions(iam, second).queryKey, page(), false],
  ["a list that begins with a cursor", listInvitesInfiniteOptions(iam, second).queryKey, page(), false],
  ["a list that begins at the start", listInvitesInfiniteOptions(iam).queryKey, page(), true],
])("puts new invites where they are seen: %s", async (_where, queryKey, answer, isShown) => {
  const queryClient = new QueryClient();
  const isInfinite = queryKey.at(-1) === "infinite";
  queryClient.setQueryData(queryKey, isInfinite ? { pages: [answer], pageParams: [undefined] } : answer);
  void startWrite(queryClient, iam, { operation: "createInvites", items: ["new@x"], userId: "" });
  await settled();
  const shown = JSON.stringify(queryClient.getQueryData(queryKey));
  expect(shown.includes("new@x")).toBe(isShown);
  await held.pop()?.answer({ emails: ["new@x"] });
});
