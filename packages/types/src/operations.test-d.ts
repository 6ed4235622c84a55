import { expectTypeOf, it } from "vitest";
import type {
  CreateInvitesInput,
  InviteV1,
  ListUsersData,
  ListUsersInput,
  MutationOperationId,
  OperationId,
  OperationTypes,
  PagedOperationId,
  PaginationOutput,
  PermissionResourceV1,
  QueryOperationId,
  UserV1,
} from "./index.ts";

it("has an entry for every operation, and each is read or written", () => {
  expectTypeOf<keyof OperationTypes>().toEqualTypeOf<OperationId>();
  expectTypeOf<QueryOperationId | MutationOperationId>().toEqualTypeOf<OperationId>();
  expectTypeOf<"listUsers" | "listUserGroupsFromUser" | "listInvites">().toExtend<PagedOperationId>();
  expectTypeOf<"getUser">().not.toExtend<PagedOperationId>();
});

it("answers with the envelope's data", () => {
  expectTypeOf<ListUsersData["users"]>().toEqualTypeOf<UserV1[]>();
  expectTypeOf<ListUsersData["pagination"]>().toEqualTypeOf<PaginationOutput>();
  expectTypeOf<OperationTypes["listUsers"]["item"]>().toEqualTypeOf<UserV1>();
  expectTypeOf<OperationTypes["listInvites"]["item"]>().toEqualTypeOf<string>();
});

it("takes a flat input whose optional members may be undefined", () => {
  expectTypeOf<{ pagination: undefined }>().toExtend<ListUsersInput>();
  expectTypeOf<OperationTypes["addPermissionsToUser"]["input"]>().toHaveProperty("userId");
  expectTypeOf<OperationTypes["addPermissionsToUser"]["input"]>().toHaveProperty("permissions");
  expectTypeOf<CreateInvitesInput["invites"]>().toEqualTypeOf<InviteV1[]>();
});

it("knows enums and nulls", () => {
  expectTypeOf<PermissionResourceV1["type"]>().toEqualTypeOf<
    "FUNCTION" | "SOURCE" | "SPACE" | "WAREHOUSE" | "WORKSPACE"
  >();
  expectTypeOf<PaginationOutput["next"]>().toEqualTypeOf<string | null | undefined>();
});
