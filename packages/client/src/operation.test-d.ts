import type { ListUsersData, ListUsersInput, UserV1 } from "@segment-iam/types";
import { expectTypeOf, it } from "vitest";
import { addPermissionsToUser, getUser, listUsers } from "./generated/operations.ts";
import type { CallOptions, IamClient } from "./iam-client.ts";
import type { HeadersInput } from "./request/read-headers.ts";

declare const iam: IamClient;

it("types the result of an operation", () => {
  expectTypeOf(listUsers(iam)).resolves.toEqualTypeOf<ListUsersData>();
  expectTypeOf(getUser(iam, { userId: "x" })).resolves.toEqualTypeOf<{ user: UserV1 }>();
  expectTypeOf(getUser.withResponse(iam, { userId: "x" })).resolves.toExtend<{
    data: { user: UserV1 };
    response: Response;
  }>();
});

it("makes the input optional only if none of its members is required", () => {
  expectTypeOf(listUsers(iam, undefined, { retry: false })).resolves.toEqualTypeOf<ListUsersData>();
  // @ts-expect-error -- userId is required
  getUser(iam);
  // @ts-expect-error -- permissions is required
  addPermissionsToUser(iam, { userId: "x" });
});

it("rejects inputs and values that are not in the spec", () => {
  // @ts-expect-error -- there is no such input
  listUsers(iam, { page: 1 });
  // @ts-expect-error -- not a resource type
  addPermissionsToUser(iam, { userId: "x", permissions: [{ roleId: "r", resources: [{ id: "i", type: "PLANET" }] }] });
  expectTypeOf(listUsers.id).toEqualTypeOf<"listUsers">();
});

it("accepts undefined for optional members of an input", () => {
  expectTypeOf({ pagination: { count: 2, cursor: undefined } }).toExtend<ListUsersInput>();
  expectTypeOf({ headers: { "x-trace": undefined }, signal: undefined }).toExtend<CallOptions>();
});

it("accepts headers as fetch does", () => {
  expectTypeOf<Headers | [string, string][] | Record<string, string> | Map<string, string>>().toExtend<HeadersInput>();
  expectTypeOf<{ "x-a": object }>().not.toExtend<HeadersInput>();
});
