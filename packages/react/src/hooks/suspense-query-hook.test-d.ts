import type { GetUserData, ListUsersData, UserV1 } from "@segment-iam/client";
import { skipToken, type InfiniteData, type SkipToken } from "@tanstack/react-query";
import { expectTypeOf, it } from "vitest";
import { useGetUserSuspense, useListUsersSuspense, useListUsersSuspenseInfinite } from "../generated/hooks.ts";

it("always has data", () => {
  expectTypeOf(useListUsersSuspense().data).toEqualTypeOf<ListUsersData>();
  expectTypeOf(useGetUserSuspense({ userId: "u" }).data).toEqualTypeOf<GetUserData>();
  const { data } = useListUsersSuspenseInfinite();
  expectTypeOf(data).toExtend<InfiniteData<ListUsersData, string | undefined>>();
  expectTypeOf(data.items).toEqualTypeOf<UserV1[]>();
});

it("infers the data from select", () => {
  expectTypeOf(useListUsersSuspense({}, { select: ({ users }) => users.length }).data).toEqualTypeOf<number>();
  expectTypeOf(useListUsersSuspenseInfinite({}, { select: ({ pages }) => pages.length }).data).toEqualTypeOf<number>();
});

it("refuses what would leave a component suspended or without data", () => {
  expectTypeOf<SkipToken>().not.toExtend<Parameters<typeof useGetUserSuspense>[0]>();
  // @ts-expect-error -- a skipped query never has data
  useListUsersSuspense(skipToken);
  // @ts-expect-error -- a disabled one neither
  useListUsersSuspense({}, { enabled: false });
  // @ts-expect-error -- nor a list
  useListUsersSuspenseInfinite({}, { enabled: false });
});
