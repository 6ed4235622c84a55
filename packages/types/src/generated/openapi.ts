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
     *     Without `pagination` the page holds up to 200 users, so a larger workspace needs further calls: pass
     *     `pagination.next` of one page as `pagination.cursor` of the next call until it is absent or null. People who
     *     were invited and are not users yet are found with `listInvites`.
     */
    get: operations["listUsers"];
    put?: never;
    post?: never;
    /**
     * Remove users
     * @description Removes users from the workspace, together with their memberships in user groups.
     *
     *     The list travels in the URL, not in a body, so its length is limited by what the servers on the way accept as a
     *     request line. That limit is not known: split a long list and keep each request line under 8,000 bytes. It is
     *     not verified whether one unknown ID makes the whole call fail.
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
     *     There is no lookup by email here: to find a user by email, go through `listUsers`.
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
     *     Each group comes with its ID and name only; its members and permissions are not part of the answer. Without
     *     `pagination` the page holds up to 200 groups.
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
     *     Whatever the list leaves out is taken away from the user, so send every permission the user is to keep. It is
     *     not verified whether an empty list is accepted.
     *
     *     The rate limit for this endpoint is 60 requests per minute.
     *
     *     Audit-trail events: `Policy Deleted`.
     */
    put: operations["replacePermissionsForUser"];
    /**
     * Add permissions to a user
     * @description Gives a user further permissions and leaves the ones the user already has in place.
     *
     *     To set the whole list, use `replacePermissionsForUser`. It is not verified whether the answer holds all of the
     *     user's permissions or only the added ones; read the user again when it matters.
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
     * @description Returns the email addresses with an invite to the workspace, one page at a time.
     *
     *     An invite is listed as a bare email address: it has no ID, and the permissions it was created with are not part
     *     of the answer. Without `pagination` the page holds up to 200 addresses.
     */
    get: operations["listInvites"];
    put?: never;
    /**
     * Invite people
     * @description Invites people to the workspace by email address and says which permissions each is to have.
     *
     *     A success is 201, not 200, and repeats the invited addresses. A list that makes the body too large is answered
     *     with 413; which size that is, is not known. It is not verified what happens to an address that already has an invite or
     *     already belongs to a user.
     *
     *     The rate limit for this endpoint is 60 requests per minute.
     *
     *     Audit-trail events: `Non-Segment User Invited to Workspace`, `Policy Created`,
     *     `New Segment User Invited to Workspace`.
     */
    post: operations["createInvites"];
    /**
     * Withdraw invites
     * @description Withdraws the invites of the given email addresses.
     *
     *     An address that is already a user is removed with `deleteUsers` instead. The audit-trail events show that group
     *     memberships prepared for an invite go with it.
     *
     *     The list travels in the URL, not in a body, so its length is limited by what the servers on the way accept as a
     *     request line. That limit is not known: split a long list and keep each request line under 8,000 bytes. It is
     *     not verified whether one address without an invite makes the whole call fail.
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
    UserV1: {
      /**
       * @description The ID of the user. It is the `userId` of the other operations.
       * @example sgJDWk3K21k6LE3tLU9nRK
       */
      id: string;
      /**
       * @description The name of the user, for people to read.
       * @example Ada Lovelace
       */
      name: string;
      /**
       * @description The email address of the user.
       * @example ada@example.com
       */
      email: string;
      /** @description The permissions of the user. May be absent, which is not the same as an empty list; when the API leaves it out is not verified. */
      permissions?: components["schemas"]["PermissionV1"][];
    };
    /** @description A role that a user holds, and the resources it holds for. */
    PermissionV1: {
      /**
       * @description The name of the role, for people to read. Requests take `roleId`.
       * @example Workspace Owner
       */
      roleName: string;
      /**
       * @description The ID of the role.
       * @example 1WDUuRLxv84rrfCNUwvkrRtkxnS
       */
      roleId: string;
      /** @description The resources that the role holds for. */
      resources: components["schemas"]["PermissionResourceV1"][];
      /** @description The labels attached to the permission. */
      labels?: components["schemas"]["AllowedLabelBeta"][];
    };
    /** @description A permission as the two permission writes return it. Unlike `PermissionV1` it has no labels of its own; those of its resources remain. */
    AccessPermissionV1: {
      /**
       * @description The ID of the role.
       * @example 1WDUuRLxv84rrfCNUwvkrRtkxnS
       */
      roleId: string;
      /**
       * @description The name of the role, for people to read.
       * @example Workspace Owner
       */
      roleName: string;
      /** @description The resources that the role holds for. */
      resources: components["schemas"]["PermissionResourceV1"][];
    };
    /** @description A permission to give to a user. Labels go on its resources; the permission itself takes none. */
    PermissionInputV1: {
      /**
       * @description The ID of the role to give.
       * @example 1WDUuRLxv84rrfCNUwvkrRtkxnS
       */
      roleId: string;
      /** @description The resources that the role is to hold for. */
      resources: components["schemas"]["PermissionResourceV1"][];
    };
    /** @description A resource of a user's permission, with its labels. */
    PermissionResourceV1: {
      /**
       * @description The ID of the resource. For a resource of type `WORKSPACE` it is the ID of the workspace.
       * @example 9aQ1Lj62S4bomZKLF4DPqW
       */
      id: string;
      /**
       * @description The kind of resource that `id` names.
       * @enum {string}
       */
      type: "FUNCTION" | "SOURCE" | "SPACE" | "WAREHOUSE" | "WORKSPACE";
      /** @description The labels attached to the resource within this permission. */
      labels?: components["schemas"]["AllowedLabelBeta"][];
    };
    /** @description A resource of an invite's permission. Unlike `PermissionResourceV1` it takes no labels. */
    ResourceV1: {
      /**
       * @description The ID of the resource. For a resource of type `WORKSPACE` it is the ID of the workspace.
       * @example 9aQ1Lj62S4bomZKLF4DPqW
       */
      id: string;
      /**
       * @description The kind of resource that `id` names.
       * @enum {string}
       */
      type: "FUNCTION" | "SOURCE" | "SPACE" | "WAREHOUSE" | "WORKSPACE";
    };
    /** @description An invite to create. */
    InviteV1: {
      /**
       * @description The email address to invite.
       * @example grace@example.com
       */
      email: string;
      /** @description The permissions that the invited person is to have. What an invite without permissions gives is not verified. */
      permissions?: components["schemas"]["InvitePermissionV1"][];
    };
    /** @description A permission that an invite carries. Its labels sit beside its resources, not on them. */
    InvitePermissionV1: {
      /**
       * @description The ID of the role to give.
       * @example 1WDUuRLxv84rrfCNUwvkrRtkxnS
       */
      roleId: string;
      /** @description The resources that the role is to hold for. What the role covers without them is not verified. */
      resources?: components["schemas"]["ResourceV1"][];
      /** @description The labels attached to the permission. */
      labels?: components["schemas"]["AllowedLabelBeta"][];
    };
    /** @description A label: a key with a value. Its name marks it as beta, so it may change. How labels narrow a permission is not verified. */
    AllowedLabelBeta: {
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
       * @description What the label is for, for people to read.
       * @example Everything that serves customers.
       */
      description?: string;
    };
    /** @description A user group, reduced to its ID and name. */
    MinimalUserGroupV1: {
      /**
       * @description The ID of the user group.
       * @example 5tQe8HcRz2WnKx6YbUvJ4d
       */
      id: string;
      /**
       * @description The name of the user group, for people to read.
       * @example Data Engineering
       */
      name: string;
    };
    /** @description Which page to return and how many items it may hold. */
    PaginationInput: {
      /**
       * @description Where the page starts: `next` or `previous` of an earlier page. Leave it out for the first page. Cursors are opaque: never build one or take one apart.
       * @example Mw==
       */
      cursor?: string;
      /**
       * @description How many items the page may hold, 1 to 1000. Required as soon as `pagination` is sent: the 200 that the server uses otherwise holds only when the whole of `pagination` is left out.
       * @example 3
       */
      count: number;
    };
    /** @description Where a page sits among the others. */
    PaginationOutput: {
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
       * @description How many items all pages hold together. May be absent, so do not rely on it to end a loop.
       * @example 4
       */
      totalEntries?: number;
    };
    /** @description The body of a failed request. It never has `data`. */
    RequestErrorEnvelope: {
      /** @description What went wrong. A validation failure has one entry for each bad field. */
      errors: components["schemas"]["RequestError"][];
    };
    /** @description One thing that went wrong. */
    RequestError: {
      /**
       * @description The kind of error, such as `input-validation` or `RequestError`. Expect other values as well.
       * @example input-validation
       */
      type: string;
      /**
       * @description What went wrong, for people to read.
       * @example "metadataId" is required
       */
      message?: string;
      /**
       * @description The path of the bad field, with dots between its parts.
       * @example warehouse.metadataId
       */
      field?: string;
      /** @description Anything more about the error, or null. On a 429 it is an object with the numbers `remainingPoints`, `msBeforeNext` (milliseconds until the window ends) and `consumedPoints`. */
      data?: unknown;
      /**
       * @description The HTTP status that belongs to the error. May be absent; the status of the response is decisive.
       * @example 422
       */
      status?: number;
    };
    /** @description One page of the workspace's users. */
    ListUsersV1Output: {
      /** @description The users of this page. */
      users: components["schemas"]["UserV1"][];
      /** @description Where this page sits among the others. */
      pagination: components["schemas"]["PaginationOutput"];
    };
    /** @description The body of a successful `listUsers`. */
    ListUsers200Response: {
      /** @description The result. The reference marks it as optional, so be ready for its absence. */
      data?: components["schemas"]["ListUsersV1Output"];
    };
    /** @description The requested user. */
    GetUserV1Output: {
      /** @description The user. */
      user: components["schemas"]["UserV1"];
    };
    /** @description The body of a successful `getUser`. */
    GetUser200Response: {
      /** @description The result. The reference marks it as optional, so be ready for its absence. */
      data?: components["schemas"]["GetUserV1Output"];
    };
    /** @description The outcome of removing users. */
    DeleteUsersV1Output: {
      /**
       * @description Always `SUCCESS`. A failure is answered with `errors` instead.
       * @enum {string}
       */
      status: "SUCCESS";
    };
    /** @description The body of a successful `deleteUsers`. */
    DeleteUsers200Response: {
      /** @description The result. The reference marks it as optional, so be ready for its absence. */
      data?: components["schemas"]["DeleteUsersV1Output"];
    };
    /** @description One page of a user's groups. */
    ListUserGroupsFromUserV1Output: {
      /** @description The user groups of this page. */
      groups: components["schemas"]["MinimalUserGroupV1"][];
      /** @description Where this page sits among the others. */
      pagination: components["schemas"]["PaginationOutput"];
    };
    /** @description The body of a successful `listUserGroupsFromUser`. */
    ListUserGroupsFromUser200Response: {
      /** @description The result. The reference marks it as optional, so be ready for its absence. */
      data?: components["schemas"]["ListUserGroupsFromUserV1Output"];
    };
    /** @description The permissions to add to a user. */
    AddPermissionsToUserV1Input: {
      /** @description The permissions to add. Those that the user already has stay. */
      permissions: components["schemas"]["PermissionInputV1"][];
    };
    /** @description The outcome of adding permissions. */
    AddPermissionsToUserV1Output: {
      /** @description Permissions of the user. Whether these are all of them or only the added ones is not verified. */
      permissions: components["schemas"]["AccessPermissionV1"][];
    };
    /** @description The body of a successful `addPermissionsToUser`. */
    AddPermissionsToUser200Response: {
      /** @description The result. The reference marks it as optional, so be ready for its absence. */
      data?: components["schemas"]["AddPermissionsToUserV1Output"];
    };
    /** @description The permissions that a user is to have. */
    ReplacePermissionsForUserV1Input: {
      /** @description The whole list. A permission that is not in it is taken away. */
      permissions: components["schemas"]["PermissionInputV1"][];
    };
    /** @description The outcome of replacing permissions. */
    ReplacePermissionsForUserV1Output: {
      /** @description The permissions of the user after the call. */
      permissions: components["schemas"]["AccessPermissionV1"][];
    };
    /** @description The body of a successful `replacePermissionsForUser`. */
    ReplacePermissionsForUser200Response: {
      /** @description The result. The reference marks it as optional, so be ready for its absence. */
      data?: components["schemas"]["ReplacePermissionsForUserV1Output"];
    };
    /** @description One page of the invites to the workspace. */
    ListInvitesV1Output: {
      /** @description The invited email addresses of this page. */
      invites: string[];
      /** @description Where this page sits among the others. */
      pagination: components["schemas"]["PaginationOutput"];
    };
    /** @description The body of a successful `listInvites`. */
    ListInvites200Response: {
      /** @description The result. The reference marks it as optional, so be ready for its absence. */
      data?: components["schemas"]["ListInvitesV1Output"];
    };
    /** @description The invites to create. */
    CreateInvitesV1Input: {
      /** @description The invites, one for each person. */
      invites: components["schemas"]["InviteV1"][];
    };
    /** @description The outcome of inviting people. */
    CreateInvitesV1Output: {
      /** @description The email addresses that were invited. */
      emails: string[];
    };
    /** @description The body of a successful `createInvites`. */
    CreateInvites201Response: {
      /** @description The result. The reference marks it as optional, so be ready for its absence. */
      data?: components["schemas"]["CreateInvitesV1Output"];
    };
    /** @description The outcome of withdrawing invites. */
    DeleteInvitesV1Output: {
      /**
       * @description Always `SUCCESS`. A failure is answered with `errors` instead.
       * @enum {string}
       */
      status: "SUCCESS";
    };
    /** @description The body of a successful `deleteInvites`. */
    DeleteInvites200Response: {
      /** @description The result. The reference marks it as optional, so be ready for its absence. */
      data?: components["schemas"]["DeleteInvitesV1Output"];
    };
  };
  responses: {
    /** @description The token is missing or wrong, or it lacks the permission for this operation. A missing permission is answered with 401 too. That the body is the usual error envelope is not verified. */
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
    /** @description Something that the request names does not exist in the workspace of the token. */
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
    /** @description The input is not valid. `errors` has one entry for each bad field, named in `field`. */
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
    /** @description The rate limit is used up and the request was not carried out. The wait is in the body, in `errors[].data.msBeforeNext`. When the body has no such number, look for `Retry-After`, then for `X-RateLimit-Reset`; neither is promised on this answer. */
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
    /**
     * @description Which page to return and how many items it may hold. Without it the server returns the first page with up to 200 items. On the wire the members are dotted, as in `pagination.count=3&pagination.cursor=Mw%3D%3D`; `deepObject` is only the closest style that OpenAPI has.
     * @example {
     *       "count": 3,
     *       "cursor": "Mw=="
     *     }
     */
    Pagination: components["schemas"]["PaginationInput"];
  };
  requestBodies: never;
  headers: {
    /**
     * @description Requests counted in the current window. Promised on successful responses only.
     * @example 1
     */
    "X-RateLimit-Consumed": number;
    /**
     * @description Requests left in the current window. Promised on successful responses only.
     * @example 59
     */
    "X-RateLimit-Remaining": number;
    /**
     * @description When the current window ends, as a date in RFC 5322 form and not as a number of seconds. Compare it with the `Date` header of the same response rather than with the local clock. Promised on successful responses only.
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
         * @description Which page to return and how many items it may hold. Without it the server returns the first page with up to 200 items. On the wire the members are dotted, as in `pagination.count=3&pagination.cursor=Mw%3D%3D`; `deepObject` is only the closest style that OpenAPI has.
         * @example {
         *       "count": 3,
         *       "cursor": "Mw=="
         *     }
         */
        pagination?: components["parameters"]["Pagination"];
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
         * @description The IDs of the users to remove, at least one. On the wire the list is dotted by index: `userIds.0=<id>&userIds.1=<id>`.
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
         * @description Which page to return and how many items it may hold. Without it the server returns the first page with up to 200 items. On the wire the members are dotted, as in `pagination.count=3&pagination.cursor=Mw%3D%3D`; `deepObject` is only the closest style that OpenAPI has.
         * @example {
         *       "count": 3,
         *       "cursor": "Mw=="
         *     }
         */
        pagination?: components["parameters"]["Pagination"];
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
    /** @description The permissions that the user is to have afterwards. */
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
         * @description Which page to return and how many items it may hold. Without it the server returns the first page with up to 200 items. On the wire the members are dotted, as in `pagination.count=3&pagination.cursor=Mw%3D%3D`; `deepObject` is only the closest style that OpenAPI has.
         * @example {
         *       "count": 3,
         *       "cursor": "Mw=="
         *     }
         */
        pagination?: components["parameters"]["Pagination"];
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
         * @description The email addresses whose invites are withdrawn, at least one. On the wire the list is dotted by index and percent-encoded: `emails.0=a%40example.com&emails.1=b%40example.com`.
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
      /** @description The invites were withdrawn. */
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
