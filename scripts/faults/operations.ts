import type { OperationName } from "./plan.ts";

/** The metadata of an operation for the table. */
export interface MatrixOperation {
  readonly method: "GET" | "DELETE" | "PUT" | "POST";
  readonly kind: "read" | "idempotent write" | "non-idempotent write";
  readonly input: Readonly<Record<string, unknown>>;
  /** The status and the `data` of a successful response. */
  readonly status: number;
  readonly data: unknown;
}

const userId = "sgJDWk3K21k6LE3tLU9nRK";
const permission = {
  roleId: "1WDUuRLxv84rrfCNUwvkrRtkxnS",
  resources: [{ id: "9aQ1Lj62S4bomZKLF4DPqW", type: "SOURCE" }],
};
const permissions = [permission];
const granted = [{ ...permission, roleName: "Workspace Owner" }];
const pagination = { current: "MA==", next: null, totalEntries: 1 };
const user = { id: userId, name: "Zoë 🙂", email: "zoe@example.com", permissions: granted };
const email = "new+é@example.com";

/** Written by hand instead of imported, so that the matrix detects a wrong descriptor. */
export const operations: Readonly<Record<OperationName, MatrixOperation>> = {
  listUsers: {
    method: "GET",
    kind: "read",
    input: { pagination: { count: 3 } },
    status: 200,
    data: { users: [user], pagination },
  },
  getUser: { method: "GET", kind: "read", input: { userId }, status: 200, data: { user } },
  listUserGroupsFromUser: {
    method: "GET",
    kind: "read",
    input: { userId },
    status: 200,
    data: { groups: [{ id: "g1", name: "Analysts" }], pagination },
  },
  listInvites: { method: "GET", kind: "read", input: {}, status: 200, data: { invites: [email], pagination } },
  deleteUsers: {
    method: "DELETE",
    kind: "idempotent write",
    input: { userIds: [userId] },
    status: 200,
    data: { status: "SUCCESS" },
  },
  deleteInvites: {
    method: "DELETE",
    kind: "idempotent write",
    input: { emails: [email] },
    status: 200,
    data: { status: "SUCCESS" },
  },
  replacePermissionsForUser: {
    method: "PUT",
    kind: "idempotent write",
    input: { userId, permissions },
    status: 200,
    data: { permissions: granted },
  },
  addPermissionsToUser: {
    method: "POST",
    kind: "non-idempotent write",
    input: { userId, permissions },
    status: 200,
    data: { permissions: granted },
  },
  createInvites: {
    method: "POST",
    kind: "non-idempotent write",
    input: { invites: [{ email, permissions }] },
    status: 201,
    data: { emails: [email] },
  },
};

/** All operations, in the order of the table. */
export const operationNames = Object.keys(operations) as OperationName[];
