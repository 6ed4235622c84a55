import {
  addPermissionsToUser,
  createInvites,
  deleteInvites,
  deleteUsers,
  getUser,
  type IamClient,
  listInvites,
  listUserGroupsFromUser,
  listUsers,
  replacePermissionsForUser,
} from "@segment-iam/client";
import type { OperationName } from "../plan.ts";

/** An operation whose input comes from the table. */
type Call = (iam: IamClient, input: never) => Promise<unknown>;

/** The operations by name. */
export const calls: Readonly<Record<OperationName, Call>> = {
  listUsers,
  getUser,
  listUserGroupsFromUser,
  listInvites,
  deleteUsers,
  deleteInvites,
  replacePermissionsForUser,
  addPermissionsToUser,
  createInvites,
};
