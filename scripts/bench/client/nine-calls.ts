const INPUTS = `
  const userId = "u";
  const permissions = [{ roleId: "r", resources: [{ id: "w", type: "WORKSPACE" as const }] }], invites = [{ email: "a@example.com" }];
`;

/** The inputs of the peers: each member of an object and the first item of a list is a parameter of the document. */
export const DOTTED_INPUTS: string = `
  ${INPUTS}
  const query = { "pagination.count": 50 }, userIds = { "userIds.0": "u" }, emails = { "emails.0": "a@example.com" };
`;

/** The inputs of segment-iam: objects and lists. */
export const OWN_INPUTS: string = `
  ${INPUTS}
  const query = { pagination: { count: 50 } }, userIds = ["u"], emails = ["a@example.com"];
`;

/** A module for each client that calls all nine operations. Each reads a field of every result, so that TypeScript resolves its type. */
export const nineCalls: Readonly<Record<string, string>> = {
  "raw fetch (any)": `${DOTTED_INPUTS}
      export async function all(): Promise<string[]> {
        const body = await (await fetch("https://api.segmentapis.com/users")).json();
        return [body.data.users[0].email, userId, userIds["userIds.0"], emails["emails.0"], String(query), permissions[0].roleId, invites[0].email];
      }`,
  Orval: `import * as api from "./generated/orval";
      ${DOTTED_INPUTS}
      export async function all() {
        const failed = "failed";
        const a = await api.listUsers(query), b = await api.getUser(userId), c = await api.listUserGroupsFromUser(userId, query);
        const d = await api.deleteUsers(userIds), e = await api.addPermissionsToUser(userId, { permissions });
        const f = await api.replacePermissionsForUser(userId, { permissions }), g = await api.listInvites(query);
        const h = await api.createInvites({ invites }), i = await api.deleteInvites(emails);
        // @ts-expect-error -- proves that the result is not any
        if (a.status === 200) void a.data.data?.users[0].nothing;
        return [
          a.status === 200 ? a.data.data?.users[0].email : failed, b.status === 200 ? b.data.data?.user.email : failed,
          c.status === 200 ? c.data.data?.groups[0].name : failed, d.status === 200 ? d.data.data?.status : failed,
          e.status === 200 ? e.data.data?.permissions[0].roleId : failed, f.status === 200 ? f.data.data?.permissions[0].roleId : failed,
          g.status === 200 ? g.data.data?.invites[0] : failed, h.status === 201 ? h.data.data?.emails[0] : failed,
          i.status === 200 ? i.data.data?.status : failed,
        ];
      }`,
  "hey-api": `import * as api from "./generated/hey-api";
      ${DOTTED_INPUTS}
      export async function all() {
        const path = { userId };
        const a = await api.listUsers({ query }), b = await api.getUser({ path }), c = await api.listUserGroupsFromUser({ path, query });
        const d = await api.deleteUsers({ query: userIds }), e = await api.addPermissionsToUser({ path, body: { permissions } });
        const f = await api.replacePermissionsForUser({ path, body: { permissions } }), g = await api.listInvites({ query });
        const h = await api.createInvites({ body: { invites } }), i = await api.deleteInvites({ query: emails });
        // @ts-expect-error -- proves that the result is not any
        void a.data?.data?.users[0].nothing;
        return [
          a.data?.data?.users[0].email, b.data?.data?.user.email, c.data?.data?.groups[0].name, d.data?.data?.status,
          e.data?.data?.permissions[0].roleId, f.data?.data?.permissions[0].roleId, g.data?.data?.invites[0],
          h.data?.data?.emails[0], i.data?.data?.status,
        ];
      }`,
  "openapi-fetch": `import createClient from "openapi-fetch";
      import type { paths } from "./generated/paths";
      ${DOTTED_INPUTS}
      const api = createClient<paths>({ baseUrl: "https://api.segmentapis.com" });
      export async function all() {
        const path = { userId };
        const a = await api.GET("/users", { params: { query } }), b = await api.GET("/users/{userId}", { params: { path } });
        const c = await api.GET("/users/{userId}/groups", { params: { path, query } });
        const d = await api.DELETE("/users", { params: { query: userIds } });
        const e = await api.POST("/users/{userId}/permissions", { params: { path }, body: { permissions } });
        const f = await api.PUT("/users/{userId}/permissions", { params: { path }, body: { permissions } });
        const g = await api.GET("/invites", { params: { query } }), h = await api.POST("/invites", { body: { invites } });
        const i = await api.DELETE("/invites", { params: { query: emails } });
        // @ts-expect-error -- proves that the result is not any
        void a.data?.data?.users[0].nothing;
        return [
          a.data?.data?.users[0].email, b.data?.data?.user.email, c.data?.data?.groups[0].name, d.data?.data?.status,
          e.data?.data?.permissions[0].roleId, f.data?.data?.permissions[0].roleId, g.data?.data?.invites[0],
          h.data?.data?.emails[0], i.data?.data?.status,
        ];
      }`,
  "segment-iam": `import * as api from "@segment-iam/client";
      ${OWN_INPUTS}
      const iam = api.createIamClient({ token: "sgp_x" });
      export async function all() {
        const a = await api.listUsers(iam, query), b = await api.getUser(iam, { userId });
        const c = await api.listUserGroupsFromUser(iam, { userId, ...query }), d = await api.deleteUsers(iam, { userIds });
        const e = await api.addPermissionsToUser(iam, { userId, permissions });
        const f = await api.replacePermissionsForUser(iam, { userId, permissions }), g = await api.listInvites(iam, query);
        const h = await api.createInvites(iam, { invites }), i = await api.deleteInvites(iam, { emails });
        // @ts-expect-error -- proves that the result is not any
        void a.users[0].nothing;
        return [
          a.users[0].email, b.user.email, c.groups[0].name, d.status, e.permissions[0].roleId, f.permissions[0].roleId,
          g.invites[0], h.emails[0], i.status,
        ];
      }`,
};
