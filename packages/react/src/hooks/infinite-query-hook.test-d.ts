import type { IamFailure, ListUsersData, UserV1 } from "@segment-iam/client";
import { skipToken, type InfiniteData } from "@tanstack/react-query";
import { expectTypeOf, it } from "vitest";
import { useListUserGroupsFromUserInfinite, useListUsersInfinite } from "../generated/hooks.ts";

it("infers the pages, their items and the error", () => {
  const list = useListUsersInfinite();
  expectTypeOf(list.data).toExtend<InfiniteData<ListUsersData, string | undefined> | undefined>();
  expectTypeOf(list.data?.items).toEqualTypeOf<UserV1[] | undefined>();
  expectTypeOf(list.data?.totalEntries).toEqualTypeOf<number | undefined>();
  expectTypeOf(list.error).toEqualTypeOf<IamFailure | null>();
  expectTypeOf(list.hasNextPage).toEqualTypeOf<boolean>();
});

it("infers the data from select", () => {
  const { data } = useListUsersInfinite(
    { pagination: { count: 50 } },
    { select: ({ pages }) => pages.flatMap(({ users }) => users), maxPages: 3 },
  );
  expectTypeOf(data).toEqualTypeOf<UserV1[] | undefined>();
});

it("asks for the input an operation requires, or skipToken", () => {
  expectTypeOf(useListUserGroupsFromUserInfinite(skipToken).hasPreviousPage).toEqualTypeOf<boolean>();
  // @ts-expect-error -- userId is required
  useListUserGroupsFromUserInfinite();
  // @ts-expect-error -- cursors are the operation's to read
  useListUsersInfinite({}, { getNextPageParam: () => "x" });
});
