import type { IamClient, IamFailure, ListUserGroupsFromUserData, ListUsersData, UserV1 } from "@segment-iam/client";
import {
  skipToken,
  useInfiniteQuery,
  useSuspenseInfiniteQuery,
  type InfiniteData,
  type QueryClient,
} from "@tanstack/react-query";
import { expectTypeOf, it } from "vitest";
import { listUserGroupsFromUserInfiniteOptions, listUsersInfiniteOptions } from "../generated/query.ts";
import type { InfiniteItemsData } from "../types.ts";

type UserPages = InfiniteData<ListUsersData, string | undefined>;

declare const iam: IamClient;
declare const queryClient: QueryClient;

it("types the pages for every cache method", () => {
  const options = listUsersInfiniteOptions(iam);
  expectTypeOf(queryClient.fetchInfiniteQuery(options)).resolves.toEqualTypeOf<UserPages>();
  expectTypeOf(queryClient.fetchInfiniteQuery({ ...options, pages: 3 })).resolves.toEqualTypeOf<UserPages>();
  expectTypeOf(queryClient.ensureInfiniteQueryData(options)).resolves.toEqualTypeOf<UserPages>();
  expectTypeOf(queryClient.getQueryData(options.queryKey)).toEqualTypeOf<UserPages | undefined>();
});

it("works with TanStack Query's own hooks", () => {
  const query = useInfiniteQuery(listUsersInfiniteOptions(iam));
  expectTypeOf(query.data).toEqualTypeOf<InfiniteItemsData<"listUsers"> | undefined>();
  expectTypeOf(query.error).toEqualTypeOf<IamFailure | null>();
  expectTypeOf(useSuspenseInfiniteQuery(listUsersInfiniteOptions(iam)).data.items).toEqualTypeOf<UserV1[]>();
});

it("infers the data from select", () => {
  const options = listUsersInfiniteOptions(
    iam,
    {},
    { select: ({ pages }) => pages.flatMap(({ users }) => users.map(({ email }) => email)) },
  );
  expectTypeOf(useInfiniteQuery(options).data).toEqualTypeOf<string[] | undefined>();
});

it("requires the operation's input, or skipToken", () => {
  const groups = useInfiniteQuery(listUserGroupsFromUserInfiniteOptions(iam, skipToken));
  expectTypeOf(groups.data?.pages[0]).toEqualTypeOf<ListUserGroupsFromUserData | undefined>();
  // @ts-expect-error -- `userId` is required
  listUserGroupsFromUserInfiniteOptions(iam);
  // @ts-expect-error -- the operation sets `initialPageParam`
  listUsersInfiniteOptions(iam, {}, { initialPageParam: "MA==" });
});
