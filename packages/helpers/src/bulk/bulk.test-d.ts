import {
  addPermissionsToUser,
  createInvites,
  deleteUsers,
  listUsers,
  type BulkOperationId,
  type IamClient,
  type IamError,
  type IamFailure,
  type InviteV1,
} from "@segment-iam/client";
import { expectTypeOf, it } from "vitest";
import type { CursorLoopError } from "../pagination/iterate-pages.ts";
import type { QueueFullError, WaitTooLongError } from "../rate-limit/rate-limit-errors.ts";
import { bulk } from "./bulk.ts";
import type { BulkReport } from "./types.ts";

declare const iam: IamClient;

it("infers the type of an item from the operation", () => {
  expectTypeOf(bulk(deleteUsers, iam, ["u1"]).result).toEqualTypeOf<Promise<BulkReport<string>>>();
  expectTypeOf(bulk(createInvites, iam, [{ email: "a@example.com" }]).result).toEqualTypeOf<
    Promise<BulkReport<InviteV1>>
  >();
  expectTypeOf(bulk(deleteUsers, iam, new Set(["u1"]).values()).result).toEqualTypeOf<Promise<BulkReport<string>>>();
  // @ts-expect-error -- a string is not a list of ids
  bulk(deleteUsers, iam, "u1");
  // @ts-expect-error -- an invite is an object, not a string
  bulk(createInvites, iam, ["a@example.com"]);
});

it("has errors that IamFailure describes completely", () => {
  type FailureOf<Name> = Extract<IamFailure, { name: Name }>;
  type Declared<Failure> = Omit<Failure, keyof IamError> & { name: string };
  expectTypeOf<Declared<QueueFullError>>().toEqualTypeOf<Declared<FailureOf<"QueueFullError">>>();
  expectTypeOf<Declared<WaitTooLongError>>().toEqualTypeOf<Declared<FailureOf<"WaitTooLongError">>>();
  expectTypeOf<Declared<CursorLoopError>>().toEqualTypeOf<Declared<FailureOf<"CursorLoopError">>>();
});

it("types the errors of rejected items, but not those of items with an unknown outcome", () => {
  expectTypeOf<BulkReport<string>["rejected"][number]["error"]>().toEqualTypeOf<IamFailure>();
  expectTypeOf<BulkReport<string>["unknown"][number]["error"]>().toEqualTypeOf<unknown>();
});

it("rejects an operation without a list", () => {
  expectTypeOf<"createInvites" | "deleteInvites" | "deleteUsers">().toExtend<BulkOperationId>();
  // @ts-expect-error -- listUsers has no list input
  bulk(listUsers, iam, []);
  // @ts-expect-error -- addPermissionsToUser also requires a userId
  bulk(addPermissionsToUser, iam, []);
});
