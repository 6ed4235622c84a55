// @generated from spec/iam-users.yaml by `pnpm generate`. Do not edit.

import * as client from "@segment-iam/client";
import type { Contract } from "../contract.ts";

/** The schemas and operations of the OpenAPI document. */
export const contract: Contract = {
  schemas: {
    UserV1: {
      type: "object",
      required: ["id", "name", "email"],
      properties: {
        id: { type: "string", examples: ["sgJDWk3K21k6LE3tLU9nRK"] },
        name: { type: "string", examples: ["Ada Lovelace"] },
        email: { type: "string", examples: ["ada@example.com"] },
        permissions: { type: "array", items: { $ref: "#/schemas/PermissionV1" } },
      },
    },
    PermissionV1: {
      type: "object",
      required: ["roleName", "roleId", "resources"],
      properties: {
        roleName: { type: "string", examples: ["Workspace Owner"] },
        roleId: { type: "string", examples: ["1WDUuRLxv84rrfCNUwvkrRtkxnS"] },
        resources: { type: "array", items: { $ref: "#/schemas/PermissionResourceV1" } },
        labels: { type: "array", items: { $ref: "#/schemas/AllowedLabelBeta" } },
      },
    },
    AccessPermissionV1: {
      type: "object",
      required: ["roleId", "roleName", "resources"],
      properties: {
        roleId: { type: "string", examples: ["1WDUuRLxv84rrfCNUwvkrRtkxnS"] },
        roleName: { type: "string", examples: ["Workspace Owner"] },
        resources: { type: "array", items: { $ref: "#/schemas/PermissionResourceV1" } },
      },
    },
    PermissionInputV1: {
      type: "object",
      required: ["roleId", "resources"],
      properties: {
        roleId: { type: "string", examples: ["1WDUuRLxv84rrfCNUwvkrRtkxnS"] },
        resources: { type: "array", items: { $ref: "#/schemas/PermissionResourceV1" } },
      },
    },
    PermissionResourceV1: {
      type: "object",
      required: ["id", "type"],
      properties: {
        id: { type: "string", examples: ["9aQ1Lj62S4bomZKLF4DPqW"] },
        type: { type: "string", enum: ["FUNCTION", "SOURCE", "SPACE", "WAREHOUSE", "WORKSPACE"] },
        labels: { type: "array", items: { $ref: "#/schemas/AllowedLabelBeta" } },
      },
    },
    ResourceV1: {
      type: "object",
      required: ["id", "type"],
      properties: {
        id: { type: "string", examples: ["9aQ1Lj62S4bomZKLF4DPqW"] },
        type: { type: "string", enum: ["FUNCTION", "SOURCE", "SPACE", "WAREHOUSE", "WORKSPACE"] },
      },
    },
    InviteV1: {
      type: "object",
      required: ["email"],
      properties: {
        email: { type: "string", examples: ["grace@example.com"] },
        permissions: { type: "array", items: { $ref: "#/schemas/InvitePermissionV1" } },
      },
    },
    InvitePermissionV1: {
      type: "object",
      required: ["roleId"],
      properties: {
        roleId: { type: "string", examples: ["1WDUuRLxv84rrfCNUwvkrRtkxnS"] },
        resources: { type: "array", items: { $ref: "#/schemas/ResourceV1" } },
        labels: { type: "array", items: { $ref: "#/schemas/AllowedLabelBeta" } },
      },
    },
    AllowedLabelBeta: {
      type: "object",
      required: ["key", "value"],
      properties: {
        key: { type: "string", examples: ["environment"] },
        value: { type: "string", examples: ["production"] },
        description: { type: "string", examples: ["Everything that serves customers."] },
      },
    },
    MinimalUserGroupV1: {
      type: "object",
      required: ["id", "name"],
      properties: {
        id: { type: "string", examples: ["5tQe8HcRz2WnKx6YbUvJ4d"] },
        name: { type: "string", examples: ["Data Engineering"] },
      },
    },
    PaginationInput: {
      type: "object",
      required: ["count"],
      properties: {
        cursor: { type: "string", examples: ["Mw=="] },
        count: { type: "integer", minimum: 1, maximum: 1000, examples: [3] },
      },
    },
    PaginationOutput: {
      type: "object",
      required: ["current"],
      properties: {
        current: { type: "string", examples: ["MA=="] },
        next: { type: ["string", "null"], examples: ["Mw=="] },
        previous: { type: ["string", "null"], examples: ["MA=="] },
        totalEntries: { type: "integer", examples: [4] },
      },
    },
    RequestErrorEnvelope: {
      type: "object",
      required: ["errors"],
      properties: { errors: { type: "array", items: { $ref: "#/schemas/RequestError" } } },
    },
    RequestError: {
      type: "object",
      required: ["type"],
      properties: {
        type: { type: "string", examples: ["input-validation"] },
        message: { type: "string", examples: ['"metadataId" is required'] },
        field: { type: "string", examples: ["warehouse.metadataId"] },
        data: {},
        status: { type: "number", examples: [422] },
      },
    },
    ListUsersV1Output: {
      type: "object",
      required: ["users", "pagination"],
      properties: {
        users: { type: "array", items: { $ref: "#/schemas/UserV1" } },
        pagination: { $ref: "#/schemas/PaginationOutput" },
      },
    },
    ListUsers200Response: { type: "object", properties: { data: { $ref: "#/schemas/ListUsersV1Output" } } },
    GetUserV1Output: { type: "object", required: ["user"], properties: { user: { $ref: "#/schemas/UserV1" } } },
    GetUser200Response: { type: "object", properties: { data: { $ref: "#/schemas/GetUserV1Output" } } },
    DeleteUsersV1Output: {
      type: "object",
      required: ["status"],
      properties: { status: { type: "string", enum: ["SUCCESS"] } },
    },
    DeleteUsers200Response: { type: "object", properties: { data: { $ref: "#/schemas/DeleteUsersV1Output" } } },
    ListUserGroupsFromUserV1Output: {
      type: "object",
      required: ["groups", "pagination"],
      properties: {
        groups: { type: "array", items: { $ref: "#/schemas/MinimalUserGroupV1" } },
        pagination: { $ref: "#/schemas/PaginationOutput" },
      },
    },
    ListUserGroupsFromUser200Response: {
      type: "object",
      properties: { data: { $ref: "#/schemas/ListUserGroupsFromUserV1Output" } },
    },
    AddPermissionsToUserV1Input: {
      type: "object",
      required: ["permissions"],
      properties: { permissions: { type: "array", items: { $ref: "#/schemas/PermissionInputV1" } } },
    },
    AddPermissionsToUserV1Output: {
      type: "object",
      required: ["permissions"],
      properties: { permissions: { type: "array", items: { $ref: "#/schemas/AccessPermissionV1" } } },
    },
    AddPermissionsToUser200Response: {
      type: "object",
      properties: { data: { $ref: "#/schemas/AddPermissionsToUserV1Output" } },
    },
    ReplacePermissionsForUserV1Input: {
      type: "object",
      required: ["permissions"],
      properties: { permissions: { type: "array", items: { $ref: "#/schemas/PermissionInputV1" } } },
    },
    ReplacePermissionsForUserV1Output: {
      type: "object",
      required: ["permissions"],
      properties: { permissions: { type: "array", items: { $ref: "#/schemas/AccessPermissionV1" } } },
    },
    ReplacePermissionsForUser200Response: {
      type: "object",
      properties: { data: { $ref: "#/schemas/ReplacePermissionsForUserV1Output" } },
    },
    ListInvitesV1Output: {
      type: "object",
      required: ["invites", "pagination"],
      properties: {
        invites: { type: "array", items: { type: "string", examples: ["a@example.com"] } },
        pagination: { $ref: "#/schemas/PaginationOutput" },
      },
    },
    ListInvites200Response: { type: "object", properties: { data: { $ref: "#/schemas/ListInvitesV1Output" } } },
    CreateInvitesV1Input: {
      type: "object",
      required: ["invites"],
      properties: { invites: { type: "array", items: { $ref: "#/schemas/InviteV1" } } },
    },
    CreateInvitesV1Output: {
      type: "object",
      required: ["emails"],
      properties: { emails: { type: "array", items: { type: "string", examples: ["a@example.com"] } } },
    },
    CreateInvites201Response: { type: "object", properties: { data: { $ref: "#/schemas/CreateInvitesV1Output" } } },
    DeleteInvitesV1Output: {
      type: "object",
      required: ["status"],
      properties: { status: { type: "string", enum: ["SUCCESS"] } },
    },
    DeleteInvites200Response: { type: "object", properties: { data: { $ref: "#/schemas/DeleteInvitesV1Output" } } },
  },
  operations: {
    listUsers: {
      ...client.listUsers,
      parameters: [{ name: "pagination", required: false, schema: { $ref: "#/schemas/PaginationInput" } }],
      success: { status: 200, schema: { $ref: "#/schemas/ListUsers200Response" } },
    },
    deleteUsers: {
      ...client.deleteUsers,
      parameters: [
        { name: "userIds", required: true, schema: { type: "array", minItems: 1, items: { type: "string" } } },
      ],
      success: { status: 200, schema: { $ref: "#/schemas/DeleteUsers200Response" } },
    },
    getUser: {
      ...client.getUser,
      parameters: [{ name: "userId", required: true, schema: { type: "string", minLength: 1, maxLength: 255 } }],
      success: { status: 200, schema: { $ref: "#/schemas/GetUser200Response" } },
    },
    listUserGroupsFromUser: {
      ...client.listUserGroupsFromUser,
      parameters: [
        { name: "userId", required: true, schema: { type: "string", minLength: 1, maxLength: 255 } },
        { name: "pagination", required: false, schema: { $ref: "#/schemas/PaginationInput" } },
      ],
      success: { status: 200, schema: { $ref: "#/schemas/ListUserGroupsFromUser200Response" } },
    },
    addPermissionsToUser: {
      ...client.addPermissionsToUser,
      parameters: [{ name: "userId", required: true, schema: { type: "string", minLength: 1, maxLength: 255 } }],
      requestBody: { required: true, schema: { $ref: "#/schemas/AddPermissionsToUserV1Input" } },
      success: { status: 200, schema: { $ref: "#/schemas/AddPermissionsToUser200Response" } },
    },
    replacePermissionsForUser: {
      ...client.replacePermissionsForUser,
      parameters: [{ name: "userId", required: true, schema: { type: "string", minLength: 1, maxLength: 255 } }],
      requestBody: { required: true, schema: { $ref: "#/schemas/ReplacePermissionsForUserV1Input" } },
      success: { status: 200, schema: { $ref: "#/schemas/ReplacePermissionsForUser200Response" } },
    },
    listInvites: {
      ...client.listInvites,
      parameters: [{ name: "pagination", required: false, schema: { $ref: "#/schemas/PaginationInput" } }],
      success: { status: 200, schema: { $ref: "#/schemas/ListInvites200Response" } },
    },
    createInvites: {
      ...client.createInvites,
      parameters: [],
      requestBody: { required: true, schema: { $ref: "#/schemas/CreateInvitesV1Input" } },
      success: { status: 201, schema: { $ref: "#/schemas/CreateInvites201Response" } },
    },
    deleteInvites: {
      ...client.deleteInvites,
      parameters: [
        { name: "emails", required: true, schema: { type: "array", minItems: 1, items: { type: "string" } } },
      ],
      success: { status: 200, schema: { $ref: "#/schemas/DeleteInvites200Response" } },
    },
  },
};
