// @generated from spec/iam-users.yaml by `pnpm generate`. Do not edit.

export interface paths {
  "/users": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List users
     * @description Returns the users of the workspace, one page at a time.
     *
     *     Without `pagination`, a page has up to 200 users. To get the next page, pass `pagination.next` of this page as
     *     `pagination.cursor`, until `next` is absent or null. To list pending invites, call `listInvites`.
     */
    get: operations["listUsers"];
    put?: never;
    post?: never;
    /**
     * Remove users
     * @description Removes users and their user group memberships from the workspace.
     *
     *     The IDs are sent in the URL, not in a body, and servers limit the length of the request line. That limit is not
     *     known. Split a long list and keep each request line under 8,000 bytes. It is not verified whether one unknown ID
     *     fails the whole request.
     *
     *     The rate limit for this endpoint is 60 requests per minute.
     *
     *     Audit-trail events: `Group Memberships Deleted`.
     */
    delete: operations["deleteUsers"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/users/{userId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get a user
     * @description Returns one user of the workspace by ID.
     *
     *     To find a user by email address, search the pages of `listUsers`.
     */
    get: operations["getUser"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/users/{userId}/groups": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List a user's groups
     * @description Returns the user groups that a user is a member of, one page at a time.
     *
     *     The response has only the ID and name of each group, not its members or permissions. Without `pagination`, a
     *     page has up to 200 groups.
     */
    get: operations["listUserGroupsFromUser"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/users/{userId}/permissions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Replace a user's permissions
     * @description Sets a user's permissions to the given list.
     *
     *     Permissions that are not in the list are removed, so include every permission to keep. It is not verified
     *     whether an empty list is accepted.
     *
     *     The rate limit for this endpoint is 60 requests per minute.
     *
     *     Audit-trail events: `Policy Deleted`.
     */
    put: operations["replacePermissionsForUser"];
    /**
     * Add permissions to a user
     * @description Adds permissions to a user and keeps the existing ones.
     *
     *     To set the whole list, use `replacePermissionsForUser`. It is not verified whether the response has all
     *     permissions of the user or only the added ones. Call `getUser` to check the result.
     *
     *     The rate limit for this endpoint is 60 requests per minute.
     *
     *     Audit-trail events: `Policy Created`, `User Policy Updated`.
     */
    post: operations["addPermissionsToUser"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/invites": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List invites
     * @description Returns the email addresses of the pending invites, one page at a time.
     *
     *     An invite is listed by its email address. It has no ID, and the response does not include its permissions.
     *     Without `pagination`, a page has up to 200 addresses.
     */
    get: operations["listInvites"];
    put?: never;
    /**
     * Invite people
     * @description Invites people to the workspace by email address, each with a list of permissions.
     *
     *     A successful response has status 201 and the invited addresses. A body that is too large fails with 413. The
     *     maximum size is not known. It is not verified whether the API accepts an address that is already invited, or
     *     that belongs to a user.
     *
     *     The rate limit for this endpoint is 60 requests per minute.
     *
     *     Audit-trail events: `Non-Segment User Invited to Workspace`, `Policy Created`,
     *     `New Segment User Invited to Workspace`.
     */
    post: operations["createInvites"];
    /**
     * Delete invites
     * @description Deletes the invites of the given email addresses.
     *
     *     According to its audit events, the operation also deletes the group memberships of the invites. To remove users, call
     *     `deleteUsers`.
     *
     *     The addresses are sent in the URL, not in a body, and servers limit the length of the request line. That limit
     *     is not known. Split a long list and keep each request line under 8,000 bytes. It is not verified whether one
     *     address without an invite fails the whole request.
     *
     *     The rate limit for this endpoint is 60 requests per minute.
     *
     *     Audit-trail events: `Invite Deleted`, `Group Memberships Deleted`.
     */
    delete: operations["deleteInvites"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /** @description A user of the workspace. */
    UserV1: UserV1;
    /** @description A role of a user and the resources it applies to. */
    PermissionV1: PermissionV1;
    /** @description A permission in the response of `addPermissionsToUser` or `replacePermissionsForUser`. Unlike `PermissionV1`, it has labels only on its resources. */
    AccessPermissionV1: AccessPermissionV1;
    /** @description A permission to assign to a user. It accepts labels only on its resources. */
    PermissionInputV1: PermissionInputV1;
    /** @description A resource of a user's permission, with its labels. */
    PermissionResourceV1: PermissionResourceV1;
    /** @description A resource of an invite's permission. Unlike `PermissionResourceV1`, it has no labels. */
    ResourceV1: ResourceV1;
    /** @description An invite to create. */
    InviteV1: InviteV1;
    /** @description A permission of an invite. The permission has labels, but its resources have none. */
    InvitePermissionV1: InvitePermissionV1;
    /** @description A label with a key and a value. The schema is in beta and can change. It is not verified how labels limit a permission. */
    AllowedLabelBeta: AllowedLabelBeta;
    /** @description A user group with only its ID and name. */
    MinimalUserGroupV1: MinimalUserGroupV1;
    /** @description The page to return and its maximum size. */
    PaginationInput: PaginationInput;
    /** @description The position of a page among all pages. */
    PaginationOutput: PaginationOutput;
    /** @description The body of a failed request. It never has `data`. */
    RequestErrorEnvelope: RequestErrorEnvelope;
    /** @description A single error. */
    RequestError: RequestError;
    /** @description One page of the workspace's users. */
    ListUsersV1Output: ListUsersV1Output;
    /** @description The body of a successful `listUsers`. */
    ListUsers200Response: ListUsers200Response;
    /** @description The requested user. */
    GetUserV1Output: GetUserV1Output;
    /** @description The body of a successful `getUser`. */
    GetUser200Response: GetUser200Response;
    /** @description The result of removing users. */
    DeleteUsersV1Output: DeleteUsersV1Output;
    /** @description The body of a successful `deleteUsers`. */
    DeleteUsers200Response: DeleteUsers200Response;
    /** @description One page of a user's groups. */
    ListUserGroupsFromUserV1Output: ListUserGroupsFromUserV1Output;
    /** @description The body of a successful `listUserGroupsFromUser`. */
    ListUserGroupsFromUser200Response: ListUserGroupsFromUser200Response;
    /** @description The permissions to add to a user. */
    AddPermissionsToUserV1Input: AddPermissionsToUserV1Input;
    /** @description The result of adding permissions. */
    AddPermissionsToUserV1Output: AddPermissionsToUserV1Output;
    /** @description The body of a successful `addPermissionsToUser`. */
    AddPermissionsToUser200Response: AddPermissionsToUser200Response;
    /** @description The new permissions of a user. */
    ReplacePermissionsForUserV1Input: ReplacePermissionsForUserV1Input;
    /** @description The result of replacing permissions. */
    ReplacePermissionsForUserV1Output: ReplacePermissionsForUserV1Output;
    /** @description The body of a successful `replacePermissionsForUser`. */
    ReplacePermissionsForUser200Response: ReplacePermissionsForUser200Response;
    /** @description One page of the invites to the workspace. */
    ListInvitesV1Output: ListInvitesV1Output;
    /** @description The body of a successful `listInvites`. */
    ListInvites200Response: ListInvites200Response;
    /** @description The invites to create. */
    CreateInvitesV1Input: CreateInvitesV1Input;
    /** @description The result of inviting people. */
    CreateInvitesV1Output: CreateInvitesV1Output;
    /** @description The body of a successful `createInvites`. */
    CreateInvites201Response: CreateInvites201Response;
    /** @description The result of deleting invites. */
    DeleteInvitesV1Output: DeleteInvitesV1Output;
    /** @description The body of a successful `deleteInvites`. */
    DeleteInvites200Response: DeleteInvites200Response;
  };
  responses: {
    /** @description The token is missing or invalid, or it does not have the permission for this operation. The format of the body is not verified. */
    Unauthorized: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/vnd.segment.v1+json": components["schemas"]["RequestErrorEnvelope"];
        "application/json": components["schemas"]["RequestErrorEnvelope"];
        "application/vnd.segment.v1beta+json": components["schemas"]["RequestErrorEnvelope"];
        "application/vnd.segment.v1alpha+json": components["schemas"]["RequestErrorEnvelope"];
      };
    };
    /** @description The requested resource does not exist in the workspace of the token. */
    NotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/vnd.segment.v1+json": components["schemas"]["RequestErrorEnvelope"];
        "application/json": components["schemas"]["RequestErrorEnvelope"];
        "application/vnd.segment.v1beta+json": components["schemas"]["RequestErrorEnvelope"];
        "application/vnd.segment.v1alpha+json": components["schemas"]["RequestErrorEnvelope"];
      };
    };
    /** @description The input is invalid. `errors` has one entry for each invalid field, named in `field`. */
    UnprocessableContent: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/vnd.segment.v1+json": components["schemas"]["RequestErrorEnvelope"];
        "application/json": components["schemas"]["RequestErrorEnvelope"];
        "application/vnd.segment.v1beta+json": components["schemas"]["RequestErrorEnvelope"];
        "application/vnd.segment.v1alpha+json": components["schemas"]["RequestErrorEnvelope"];
      };
    };
    /** @description The rate limit is exceeded and the request was not executed. `errors[].data.msBeforeNext` in the body is the wait in milliseconds. If it is missing, use `Retry-After`, then `X-RateLimit-Reset`. Neither header is documented for this response. */
    TooManyRequests: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/vnd.segment.v1+json": components["schemas"]["RequestErrorEnvelope"];
        "application/json": components["schemas"]["RequestErrorEnvelope"];
        "application/vnd.segment.v1beta+json": components["schemas"]["RequestErrorEnvelope"];
        "application/vnd.segment.v1alpha+json": components["schemas"]["RequestErrorEnvelope"];
      };
    };
  };
  parameters: {
    /**
     * @description The ID of the user, 1 to 255 characters. It is not the email address.
     * @example sgJDWk3K21k6LE3tLU9nRK
     */
    UserId: string;
  };
  requestBodies: never;
  headers: {
    /**
     * @description The number of requests in the current window. Documented for successful responses only.
     * @example 1
     */
    "X-RateLimit-Consumed": number;
    /**
     * @description The number of requests left in the current window. Documented for successful responses only.
     * @example 59
     */
    "X-RateLimit-Remaining": number;
    /**
     * @description The end of the current window, as an RFC 5322 date. Compare it with the `Date` header of the same response, not with the local clock. Documented for successful responses only.
     * @example Thu, 01 Jan 1970 00:00:00 GMT
     */
    "X-RateLimit-Reset": string;
  };
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listUsers: {
    parameters: {
      query?: {
        /**
         * @description The page to return and its maximum size. Without it, the server returns the first page with up to 200 items.
         * @example {
         *       "count": 3,
         *       "cursor": "Mw=="
         *     }
         */
        pagination?: components["schemas"]["PaginationInput"];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of users. */
      200: {
        headers: {
          "X-RateLimit-Consumed": components["headers"]["X-RateLimit-Consumed"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/vnd.segment.v1+json": components["schemas"]["ListUsers200Response"];
          "application/json": components["schemas"]["ListUsers200Response"];
          "application/vnd.segment.v1beta+json": components["schemas"]["ListUsers200Response"];
          "application/vnd.segment.v1alpha+json": components["schemas"]["ListUsers200Response"];
        };
      };
      401: components["responses"]["Unauthorized"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["UnprocessableContent"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  deleteUsers: {
    parameters: {
      query: {
        /**
         * @description The IDs of the users to remove, at least one.
         * @example [
         *       "sgJDWk3K21k6LE3tLU9nRK",
         *       "7GkQw2XhVn4TzYb9LrPm3C"
         *     ]
         */
        userIds: string[];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The users were removed. */
      200: {
        headers: {
          "X-RateLimit-Consumed": components["headers"]["X-RateLimit-Consumed"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/vnd.segment.v1+json": components["schemas"]["DeleteUsers200Response"];
          "application/json": components["schemas"]["DeleteUsers200Response"];
          "application/vnd.segment.v1beta+json": components["schemas"]["DeleteUsers200Response"];
          "application/vnd.segment.v1alpha+json": components["schemas"]["DeleteUsers200Response"];
        };
      };
      401: components["responses"]["Unauthorized"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["UnprocessableContent"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  getUser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The ID of the user, 1 to 255 characters. It is not the email address.
         * @example sgJDWk3K21k6LE3tLU9nRK
         */
        userId: components["parameters"]["UserId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The user. */
      200: {
        headers: {
          "X-RateLimit-Consumed": components["headers"]["X-RateLimit-Consumed"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/vnd.segment.v1+json": components["schemas"]["GetUser200Response"];
          "application/json": components["schemas"]["GetUser200Response"];
          "application/vnd.segment.v1beta+json": components["schemas"]["GetUser200Response"];
          "application/vnd.segment.v1alpha+json": components["schemas"]["GetUser200Response"];
        };
      };
      401: components["responses"]["Unauthorized"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["UnprocessableContent"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  listUserGroupsFromUser: {
    parameters: {
      query?: {
        /**
         * @description The page to return and its maximum size. Without it, the server returns the first page with up to 200 items.
         * @example {
         *       "count": 3,
         *       "cursor": "Mw=="
         *     }
         */
        pagination?: components["schemas"]["PaginationInput"];
      };
      header?: never;
      path: {
        /**
         * @description The ID of the user, 1 to 255 characters. It is not the email address.
         * @example sgJDWk3K21k6LE3tLU9nRK
         */
        userId: components["parameters"]["UserId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the user's groups. */
      200: {
        headers: {
          "X-RateLimit-Consumed": components["headers"]["X-RateLimit-Consumed"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/vnd.segment.v1+json": components["schemas"]["ListUserGroupsFromUser200Response"];
          "application/json": components["schemas"]["ListUserGroupsFromUser200Response"];
          "application/vnd.segment.v1beta+json": components["schemas"]["ListUserGroupsFromUser200Response"];
          "application/vnd.segment.v1alpha+json": components["schemas"]["ListUserGroupsFromUser200Response"];
        };
      };
      401: components["responses"]["Unauthorized"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["UnprocessableContent"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  replacePermissionsForUser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The ID of the user, 1 to 255 characters. It is not the email address.
         * @example sgJDWk3K21k6LE3tLU9nRK
         */
        userId: components["parameters"]["UserId"];
      };
      cookie?: never;
    };
    /** @description The complete list of permissions. */
    requestBody: {
      content: {
        "application/vnd.segment.v1+json": components["schemas"]["ReplacePermissionsForUserV1Input"];
        "application/json": components["schemas"]["ReplacePermissionsForUserV1Input"];
        "application/vnd.segment.v1beta+json": components["schemas"]["ReplacePermissionsForUserV1Input"];
        "application/vnd.segment.v1alpha+json": components["schemas"]["ReplacePermissionsForUserV1Input"];
      };
    };
    responses: {
      /** @description The permissions were replaced. */
      200: {
        headers: {
          "X-RateLimit-Consumed": components["headers"]["X-RateLimit-Consumed"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/vnd.segment.v1+json": components["schemas"]["ReplacePermissionsForUser200Response"];
          "application/json": components["schemas"]["ReplacePermissionsForUser200Response"];
          "application/vnd.segment.v1beta+json": components["schemas"]["ReplacePermissionsForUser200Response"];
          "application/vnd.segment.v1alpha+json": components["schemas"]["ReplacePermissionsForUser200Response"];
        };
      };
      401: components["responses"]["Unauthorized"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["UnprocessableContent"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  addPermissionsToUser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The ID of the user, 1 to 255 characters. It is not the email address.
         * @example sgJDWk3K21k6LE3tLU9nRK
         */
        userId: components["parameters"]["UserId"];
      };
      cookie?: never;
    };
    /** @description The permissions to add. */
    requestBody: {
      content: {
        "application/vnd.segment.v1+json": components["schemas"]["AddPermissionsToUserV1Input"];
        "application/json": components["schemas"]["AddPermissionsToUserV1Input"];
        "application/vnd.segment.v1beta+json": components["schemas"]["AddPermissionsToUserV1Input"];
        "application/vnd.segment.v1alpha+json": components["schemas"]["AddPermissionsToUserV1Input"];
      };
    };
    responses: {
      /** @description The permissions were added. */
      200: {
        headers: {
          "X-RateLimit-Consumed": components["headers"]["X-RateLimit-Consumed"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/vnd.segment.v1+json": components["schemas"]["AddPermissionsToUser200Response"];
          "application/json": components["schemas"]["AddPermissionsToUser200Response"];
          "application/vnd.segment.v1beta+json": components["schemas"]["AddPermissionsToUser200Response"];
          "application/vnd.segment.v1alpha+json": components["schemas"]["AddPermissionsToUser200Response"];
        };
      };
      401: components["responses"]["Unauthorized"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["UnprocessableContent"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  listInvites: {
    parameters: {
      query?: {
        /**
         * @description The page to return and its maximum size. Without it, the server returns the first page with up to 200 items.
         * @example {
         *       "count": 3,
         *       "cursor": "Mw=="
         *     }
         */
        pagination?: components["schemas"]["PaginationInput"];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of invited email addresses. */
      200: {
        headers: {
          "X-RateLimit-Consumed": components["headers"]["X-RateLimit-Consumed"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/vnd.segment.v1+json": components["schemas"]["ListInvites200Response"];
          "application/json": components["schemas"]["ListInvites200Response"];
          "application/vnd.segment.v1beta+json": components["schemas"]["ListInvites200Response"];
          "application/vnd.segment.v1alpha+json": components["schemas"]["ListInvites200Response"];
        };
      };
      401: components["responses"]["Unauthorized"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["UnprocessableContent"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  createInvites: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The invites to create. */
    requestBody: {
      content: {
        "application/vnd.segment.v1+json": components["schemas"]["CreateInvitesV1Input"];
        "application/json": components["schemas"]["CreateInvitesV1Input"];
        "application/vnd.segment.v1beta+json": components["schemas"]["CreateInvitesV1Input"];
        "application/vnd.segment.v1alpha+json": components["schemas"]["CreateInvitesV1Input"];
      };
    };
    responses: {
      /** @description The invites were created. */
      201: {
        headers: {
          "X-RateLimit-Consumed": components["headers"]["X-RateLimit-Consumed"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/vnd.segment.v1+json": components["schemas"]["CreateInvites201Response"];
          "application/json": components["schemas"]["CreateInvites201Response"];
          "application/vnd.segment.v1beta+json": components["schemas"]["CreateInvites201Response"];
          "application/vnd.segment.v1alpha+json": components["schemas"]["CreateInvites201Response"];
        };
      };
      401: components["responses"]["Unauthorized"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["UnprocessableContent"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  deleteInvites: {
    parameters: {
      query: {
        /**
         * @description The email addresses of the invites to delete, at least one.
         * @example [
         *       "a@example.com",
         *       "b@example.com"
         *     ]
         */
        emails: string[];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The invites were deleted. */
      200: {
        headers: {
          "X-RateLimit-Consumed": components["headers"]["X-RateLimit-Consumed"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/vnd.segment.v1+json": components["schemas"]["DeleteInvites200Response"];
          "application/json": components["schemas"]["DeleteInvites200Response"];
          "application/vnd.segment.v1beta+json": components["schemas"]["DeleteInvites200Response"];
          "application/vnd.segment.v1alpha+json": components["schemas"]["DeleteInvites200Response"];
        };
      };
      401: components["responses"]["Unauthorized"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["UnprocessableContent"];
      429: components["responses"]["TooManyRequests"];
    };
  };
}
/** A user of the workspace. */
export type UserV1 = {
  /**
   * @description The ID of the user, which is the `userId` of the other operations.
   * @example sgJDWk3K21k6LE3tLU9nRK
   */
  id: string;
  /**
   * @description The display name of the user.
   * @example Ada Lovelace
   */
  name: string;
  /**
   * @description The email address of the user.
   * @example ada@example.com
   */
  email: string;
  /** @description The permissions of the user. If this member is absent, the permissions are unknown, not empty. It is not verified when the API omits it. */
  permissions?: components["schemas"]["PermissionV1"][];
};
/** A role of a user and the resources it applies to. */
export type PermissionV1 = {
  /**
   * @description The display name of the role. Requests use `roleId`.
   * @example Workspace Owner
   */
  roleName: string;
  /**
   * @description The ID of the role.
   * @example 1WDUuRLxv84rrfCNUwvkrRtkxnS
   */
  roleId: string;
  /** @description The resources that the role applies to. */
  resources: components["schemas"]["PermissionResourceV1"][];
  /** @description The labels attached to the permission. */
  labels?: components["schemas"]["AllowedLabelBeta"][];
};
/**
 * A permission in the response of `addPermissionsToUser` or `replacePermissionsForUser`. Unlike `PermissionV1`, it has
 * labels only on its resources.
 */
export type AccessPermissionV1 = {
  /**
   * @description The ID of the role.
   * @example 1WDUuRLxv84rrfCNUwvkrRtkxnS
   */
  roleId: string;
  /**
   * @description The display name of the role.
   * @example Workspace Owner
   */
  roleName: string;
  /** @description The resources that the role applies to. */
  resources: components["schemas"]["PermissionResourceV1"][];
};
/** A permission to assign to a user. It accepts labels only on its resources. */
export type PermissionInputV1 = {
  /**
   * @description The ID of the role to assign.
   * @example 1WDUuRLxv84rrfCNUwvkrRtkxnS
   */
  roleId: string;
  /** @description The resources that the role applies to. */
  resources: components["schemas"]["PermissionResourceV1"][];
};
/** A resource of a user's permission, with its labels. */
export type PermissionResourceV1 = {
  /**
   * @description The ID of the resource. For the type `WORKSPACE`, it is the ID of the workspace.
   * @example 9aQ1Lj62S4bomZKLF4DPqW
   */
  id: string;
  /**
   * @description The type of the resource.
   * @enum {string}
   */
  type: "FUNCTION" | "SOURCE" | "SPACE" | "WAREHOUSE" | "WORKSPACE";
  /** @description The labels attached to the resource within this permission. */
  labels?: components["schemas"]["AllowedLabelBeta"][] | undefined;
};
/** A resource of an invite's permission. Unlike `PermissionResourceV1`, it has no labels. */
export type ResourceV1 = {
  /**
   * @description The ID of the resource. For the type `WORKSPACE`, it is the ID of the workspace.
   * @example 9aQ1Lj62S4bomZKLF4DPqW
   */
  id: string;
  /**
   * @description The type of the resource.
   * @enum {string}
   */
  type: "FUNCTION" | "SOURCE" | "SPACE" | "WAREHOUSE" | "WORKSPACE";
};
/** An invite to create. */
export type InviteV1 = {
  /**
   * @description The email address to invite.
   * @example grace@example.com
   */
  email: string;
  /** @description The permissions of the invited person. The effect of an invite without permissions is not verified. */
  permissions?: components["schemas"]["InvitePermissionV1"][] | undefined;
};
/** A permission of an invite. The permission has labels, but its resources have none. */
export type InvitePermissionV1 = {
  /**
   * @description The ID of the role to assign.
   * @example 1WDUuRLxv84rrfCNUwvkrRtkxnS
   */
  roleId: string;
  /** @description The resources that the role applies to. The effect of omitting them is not verified. */
  resources?: components["schemas"]["ResourceV1"][] | undefined;
  /** @description The labels attached to the permission. */
  labels?: components["schemas"]["AllowedLabelBeta"][] | undefined;
};
/** A label with a key and a value. The schema is in beta and can change. It is not verified how labels limit a permission. */
export type AllowedLabelBeta = {
  /**
   * @description The key of the label.
   * @example environment
   */
  key: string;
  /**
   * @description The value of the label.
   * @example production
   */
  value: string;
  /**
   * @description A description of the label.
   * @example Everything that serves customers.
   */
  description?: string | undefined;
};
/** A user group with only its ID and name. */
export type MinimalUserGroupV1 = {
  /**
   * @description The ID of the user group.
   * @example 5tQe8HcRz2WnKx6YbUvJ4d
   */
  id: string;
  /**
   * @description The display name of the user group.
   * @example Data Engineering
   */
  name: string;
};
/** The page to return and its maximum size. */
export type PaginationInput = {
  /**
   * @description The cursor of the page: `next` or `previous` of another page. Omit it for the first page. Cursors are opaque: do not parse or construct them.
   * @example Mw==
   */
  cursor?: string | undefined;
  /**
   * @description The maximum number of items in the page, 1 to 1000. Required if `pagination` is sent. The server uses 200 only if `pagination` is omitted.
   * @example 3
   */
  count: number;
};
/** The position of a page among all pages. */
export type PaginationOutput = {
  /**
   * @description The cursor of this page.
   * @example MA==
   */
  current: string;
  /**
   * @description The cursor of the next page. Absent or null on the last page.
   * @example Mw==
   */
  next?: string | null;
  /**
   * @description The cursor of the previous page. Absent or null on the first page.
   * @example MA==
   */
  previous?: string | null;
  /**
   * @description The total number of items in all pages. It can be absent, so do not use it to end a loop.
   * @example 4
   */
  totalEntries?: number;
};
/** The body of a failed request. It never has `data`. */
export type RequestErrorEnvelope = {
  /** @description The errors. A validation failure has one entry for each invalid field. */
  errors: components["schemas"]["RequestError"][];
};
/** A single error. */
export type RequestError = {
  /**
   * @description The type of the error, such as `input-validation` or `RequestError`. Other values are possible.
   * @example input-validation
   */
  type: string;
  /**
   * @description The error message.
   * @example "metadataId" is required
   */
  message?: string;
  /**
   * @description The path of the invalid field, separated by dots.
   * @example warehouse.metadataId
   */
  field?: string;
  /** @description Further details of the error, or null. On a 429, it is an object with the numbers `remainingPoints`, `msBeforeNext` (milliseconds until the window ends) and `consumedPoints`. */
  data?: unknown;
  /**
   * @description The HTTP status of the error. It can be absent. The status of the response takes precedence.
   * @example 422
   */
  status?: number;
};
/** One page of the workspace's users. */
export type ListUsersV1Output = {
  /** @description The users of this page. */
  users: components["schemas"]["UserV1"][];
  /** @description The position of this page among all pages. */
  pagination: components["schemas"]["PaginationOutput"];
};
/** The body of a successful `listUsers`. */
export type ListUsers200Response = {
  /** @description The result. Segment's reference marks it as optional, so it can be absent. */
  data?: components["schemas"]["ListUsersV1Output"];
};
/** The requested user. */
export type GetUserV1Output = {
  /** @description The user. */
  user: components["schemas"]["UserV1"];
};
/** The body of a successful `getUser`. */
export type GetUser200Response = {
  /** @description The result. Segment's reference marks it as optional, so it can be absent. */
  data?: components["schemas"]["GetUserV1Output"];
};
/** The result of removing users. */
export type DeleteUsersV1Output = {
  /**
   * @description Always `SUCCESS`. A failed request returns `errors` instead.
   * @enum {string}
   */
  status: "SUCCESS";
};
/** The body of a successful `deleteUsers`. */
export type DeleteUsers200Response = {
  /** @description The result. Segment's reference marks it as optional, so it can be absent. */
  data?: components["schemas"]["DeleteUsersV1Output"];
};
/** One page of a user's groups. */
export type ListUserGroupsFromUserV1Output = {
  /** @description The user groups of this page. */
  groups: components["schemas"]["MinimalUserGroupV1"][];
  /** @description The position of this page among all pages. */
  pagination: components["schemas"]["PaginationOutput"];
};
/** The body of a successful `listUserGroupsFromUser`. */
export type ListUserGroupsFromUser200Response = {
  /** @description The result. Segment's reference marks it as optional, so it can be absent. */
  data?: components["schemas"]["ListUserGroupsFromUserV1Output"];
};
/** The permissions to add to a user. */
export type AddPermissionsToUserV1Input = {
  /** @description The permissions to add. Existing permissions are kept. */
  permissions: components["schemas"]["PermissionInputV1"][];
};
/** The result of adding permissions. */
export type AddPermissionsToUserV1Output = {
  /** @description The permissions of the user. It is not verified whether it lists all of them or only the added ones. */
  permissions: components["schemas"]["AccessPermissionV1"][];
};
/** The body of a successful `addPermissionsToUser`. */
export type AddPermissionsToUser200Response = {
  /** @description The result. Segment's reference marks it as optional, so it can be absent. */
  data?: components["schemas"]["AddPermissionsToUserV1Output"];
};
/** The new permissions of a user. */
export type ReplacePermissionsForUserV1Input = {
  /** @description The complete list. Permissions that are not in it are removed. */
  permissions: components["schemas"]["PermissionInputV1"][];
};
/** The result of replacing permissions. */
export type ReplacePermissionsForUserV1Output = {
  /** @description The new permissions of the user. */
  permissions: components["schemas"]["AccessPermissionV1"][];
};
/** The body of a successful `replacePermissionsForUser`. */
export type ReplacePermissionsForUser200Response = {
  /** @description The result. Segment's reference marks it as optional, so it can be absent. */
  data?: components["schemas"]["ReplacePermissionsForUserV1Output"];
};
/** One page of the invites to the workspace. */
export type ListInvitesV1Output = {
  /** @description The invited email addresses of this page. */
  invites: string[];
  /** @description The position of this page among all pages. */
  pagination: components["schemas"]["PaginationOutput"];
};
/** The body of a successful `listInvites`. */
export type ListInvites200Response = {
  /** @description The result. Segment's reference marks it as optional, so it can be absent. */
  data?: components["schemas"]["ListInvitesV1Output"];
};
/** The invites to create. */
export type CreateInvitesV1Input = {
  /** @description The invites, one for each person. */
  invites: components["schemas"]["InviteV1"][];
};
/** The result of inviting people. */
export type CreateInvitesV1Output = {
  /** @description The invited email addresses. */
  emails: string[];
};
/** The body of a successful `createInvites`. */
export type CreateInvites201Response = {
  /** @description The result. Segment's reference marks it as optional, so it can be absent. */
  data?: components["schemas"]["CreateInvitesV1Output"];
};
/** The result of deleting invites. */
export type DeleteInvitesV1Output = {
  /**
   * @description Always `SUCCESS`. A failed request returns `errors` instead.
   * @enum {string}
   */
  status: "SUCCESS";
};
/** The body of a successful `deleteInvites`. */
export type DeleteInvites200Response = {
  /** @description The result. Segment's reference marks it as optional, so it can be absent. */
  data?: components["schemas"]["DeleteInvitesV1Output"];
};
