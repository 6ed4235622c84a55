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

/** All that the console does. The proxy lets nothing else through. */
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
