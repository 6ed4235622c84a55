import type { GetUserData, IamClient, IamFailure, ListUsersData } from "@segment-iam/client";
import {
  skipToken,
  useQuery,
  useSuspenseQuery,
  type QueryClient,
  type QueryKey,
  type SkipToken,
} from "@tanstack/react-query";
import { expectTypeOf, it } from "vitest";
import { getUserOptions, listUsersOptions } from "../generated/query.ts";
import type { QueryOverrides } from "./query-options-of.ts";

declare const iam: IamClient;
declare const queryClient: QueryClient;

it("types the data for every cache method", () => {
  expectTypeOf(queryClient.fetchQuery(listUsersOptions(iam))).resolves.toEqualTypeOf<ListUsersData>();
  expectTypeOf(queryClient.ensureQueryData(getUserOptions(iam, { userId: "u" }))).resolves.toEqualTypeOf<GetUserData>();
  expectTypeOf(queryClient.getQueryData(listUsersOptions(iam).queryKey)).toEqualTypeOf<ListUsersData | undefined>();
  expectTypeOf(queryClient.getQueryState(listUsersOptions(iam).queryKey)?.error).toEqualTypeOf<
    IamFailure | null | undefined
  >();
  queryClient.setQueryData(getUserOptions(iam, { userId: "u" }).queryKey, (data) => {
    expectTypeOf(data).toEqualTypeOf<GetUserData | undefined>();
    return data;
  });
});

it("works with TanStack Query's own hooks", () => {
  const query = useQuery(listUsersOptions(iam));
  expectTypeOf(query.data).toEqualTypeOf<ListUsersData | undefined>();
  expectTypeOf(query.error).toEqualTypeOf<IamFailure | null>();
  expectTypeOf(useSuspenseQuery(listUsersOptions(iam)).data).toEqualTypeOf<ListUsersData>();
});

it("infers the data from select, and keeps the type of the cached data", () => {
  const options = listUsersOptions(iam, {}, { select: ({ users }) => users.length, staleTime: 60_000 });
  expectTypeOf(useQuery(options).data).toEqualTypeOf<number | undefined>();
  expectTypeOf(queryClient.getQueryData(options.queryKey)).toEqualTypeOf<ListUsersData | undefined>();
});

it("makes the input optional only if it has no required property", () => {
  expectTypeOf(listUsersOptions(iam, undefined, { enabled: false }).queryKey).toExtend<QueryKey>();
  // @ts-expect-error -- `userId` is required
  getUserOptions(iam);
  // @ts-expect-error -- `userId` is a string
  getUserOptions(iam, { userId: 1 });
});

it("accepts skipToken as input, except for suspense", () => {
  const options = getUserOptions(iam, Math.random() > 0.5 ? { userId: "u" } : skipToken);
  expectTypeOf<SkipToken>().toExtend<typeof options.queryFn>();
  expectTypeOf(useQuery(options).data).toEqualTypeOf<GetUserData | undefined>();
  expectTypeOf(useQuery(listUsersOptions(iam, skipToken, { select: ({ users }) => users.length })).data).toEqualTypeOf<
    number | undefined
  >();
  // @ts-expect-error -- a skipped query would suspend forever
  useSuspenseQuery(options);
});

it("rejects the options that the operation sets", () => {
  expectTypeOf<QueryOverrides<ListUsersData>>().not.toHaveProperty("queryHash");
  // @ts-expect-error -- the operation sets the key
  listUsersOptions(iam, {}, { queryKey: ["mine"] });
  // @ts-expect-error -- the operation sets the function
  listUsersOptions(iam, {}, { queryFn: () => ({ users: [] }) });
});
