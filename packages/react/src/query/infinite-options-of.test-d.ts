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
import type { ItemPages } from "./pages.ts";

type UserPages = InfiniteData<ListUsersData, string | undefined>;

declare const iam: IamClient;
declare const queryClient: QueryClient;

it("tells every cache method what the pages are", () => {
  const options = listUsersInfiniteOptions(iam);
  expectTypeOf(queryClient.fetchInfiniteQuery(options)).resolves.toEqualTypeOf<UserPages>();
  expectTypeOf(queryClient.fetchInfiniteQuery({ ...options, pages: 3 })).resolves.toEqualTypeOf<UserPages>();
  expectTypeOf(queryClient.ensureInfiniteQueryData(options)).resolves.toEqualTypeOf<UserPages>();
  expectTypeOf(queryClient.getQueryData(options.queryKey)).toEqualTypeOf<UserPages | undefined>();
});

it("works in TanStack Query's own hooks", () => {
  const query = useInfiniteQuery(listUsersInfiniteOptions(iam));
  expectTypeOf(query.data).toEqualTypeOf<ItemPages<"listUsers"> | undefined>();
  expectTypeOf(query.error).toEqualTypeOf<IamFailure | null>();
  expectTypeOf(useSuspenseInfiniteQuery(listUsersInfiniteOptions(iam)).data.items).toEqualTypeOf<UserV1[]>();
});

it("takes the data's type from select", () => {
  const options = listUsersInfiniteOptions(
    iam,
    {},
    { select: ({ pages }) => pages.flatMap(({ users }) => users.map(({ email }) => email)) },
  );
  expectTypeOf(useInfiniteQuery(options).data).toEqualTypeOf<string[] | undefined>();
});

it("asks for the input an operation requires, or skipToken", () => {
  const groups = useInfiniteQuery(listUserGroupsFromUserInfiniteOptions(iam, skipToken));
  expectTypeOf(groups.data?.pages[0]).toEqualTypeOf<ListUserGroupsFromUserData | undefined>();
  // @ts-expect-error -- userId is required
  listUserGroupsFromUserInfiniteOptions(iam);
  // @ts-expect-error -- the first page is the operation's to choose
  listUsersInfiniteOptions(iam, {}, { initialPageParam: "MA==" });
});
