import {
  getUser,
  listInvites,
  listUserGroupsFromUser,
  listUsers,
  type IamClient,
  type ListUsersData,
  type MinimalUserGroupV1,
  type UserV1,
} from "@segment-iam/client";
import { expectTypeOf, it } from "vitest";
import { paginate, type PaginateInput } from "./paginate.ts";

declare const iam: IamClient;

it("infers the item type from the operation", () => {
  expectTypeOf(paginate(listUsers, iam)).toExtend<AsyncIterable<UserV1>>();
  expectTypeOf(paginate(listInvites, iam)).toExtend<AsyncIterable<string>>();
  expectTypeOf(paginate(listUserGroupsFromUser, iam, { userId: "u1" })).toExtend<AsyncIterable<MinimalUserGroupV1>>();
  expectTypeOf(paginate(listUsers, iam).pages()).toExtend<AsyncIterable<ListUsersData>>();
});

it("rejects an operation without pages", () => {
  expectTypeOf(paginate).parameter(0).not.toExtend<typeof getUser>();
  // @ts-expect-error -- getUser has no pages
  paginate(getUser, iam, { userId: "u1" });
});

it("requires the input that the operation requires", () => {
  expectTypeOf<PaginateInput<"listUserGroupsFromUser">>().toHaveProperty("userId").toEqualTypeOf<string>();
  // @ts-expect-error -- userId is missing
  paginate(listUserGroupsFromUser, iam);
});

it("accepts the page size only as an option", () => {
  paginate(listUsers, iam, {}, { pageSize: 50, cursor: "Mw==" });
  expectTypeOf<PaginateInput<"listUsers">["pagination"]>().toEqualTypeOf<undefined>();
  // @ts-expect-error -- count and cursor are options
  paginate(listUsers, iam, { pagination: { count: 50 } });
});
