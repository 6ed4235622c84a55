import {
  addPermissionsToUser,
  createInvites,
  deleteInvites,
  deleteUsers,
  getUser,
  listInvites,
  listUserGroupsFromUser,
  listUsers,
  replacePermissionsForUser,
  type OperationDescriptor,
} from "@segment-iam/client";

/** The path of the API on the console's server. */
export const API_PATH = "/api/iam";

/** The operations that the console calls. The proxy rejects all others. */
export const consoleOperations: readonly OperationDescriptor[] = [
  listUsers,
  getUser,
  listUserGroupsFromUser,
  addPermissionsToUser,
  replacePermissionsForUser,
  deleteUsers,
  listInvites,
  createInvites,
  deleteInvites,
];
