import type { GetUserData, GetUserInput, IamClient, IamFailure, ListUsersData } from "@segment-iam/client";
import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import { expectTypeOf, it } from "vitest";
import { getUserKey, listUsersKey } from "../generated/query.ts";

declare const iam: IamClient;
declare const queryClient: QueryClient;

it("types the data cached under a complete key", () => {
  expectTypeOf(queryClient.getQueryData(listUsersKey(iam, {}, "finite"))).toEqualTypeOf<ListUsersData | undefined>();
  expectTypeOf(queryClient.getQueryData(getUserKey("scope", { userId: "u" }, "finite"))).toEqualTypeOf<
    GetUserData | undefined
  >();
  expectTypeOf(queryClient.getQueryData(listUsersKey(iam, undefined, "infinite"))).toEqualTypeOf<
    InfiniteData<ListUsersData, string | undefined> | undefined
  >();
  expectTypeOf(queryClient.getQueryState(listUsersKey(iam, {}, "finite"))?.error).toEqualTypeOf<
    IamFailure | null | undefined
  >();
});

it("accepts a prefix in filters", () => {
  void queryClient.invalidateQueries({ queryKey: listUsersKey(iam) });
  void queryClient.cancelQueries({ queryKey: getUserKey(iam, { userId: "u" }) });
  expectTypeOf(queryClient.getQueryData(listUsersKey(iam))).toEqualTypeOf<unknown>();
});

it("rejects a missing client, a wrong input and an unknown kind", () => {
  expectTypeOf(getUserKey).parameter(1).toExtend<GetUserInput | undefined>();
  // @ts-expect-error -- the client is required
  listUsersKey();
  // @ts-expect-error -- `userId` is a string
  getUserKey(iam, { userId: 1 });
  // @ts-expect-error -- unknown kind
  listUsersKey(iam, {}, "paged");
});
