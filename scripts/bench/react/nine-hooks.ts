import { DOTTED_INPUTS, OWN_INPUTS } from "../client/nine-calls.ts";

/**
 * One module for each library that uses hooks of all nine operations.
 *
 * Each reads a field of every result, so that TypeScript resolves its type.
 */
export const nineHooks: Readonly<Record<string, string>> = {
  Orval: `
    import * as api from "./generated/orval";
    ${DOTTED_INPUTS}
    export function useAll() {
      const a = api.useListUsersInfinite(query, { query: { initialPageParam: undefined, getNextPageParam: () => undefined } });
      const b = api.useGetUser(userId), c = api.useListUserGroupsFromUser(userId, query), d = api.useListInvites(query);
      const e = api.useDeleteUsers(), f = api.useAddPermissionsToUser(), g = api.useReplacePermissionsForUser();
      const h = api.useCreateInvites(), i = api.useDeleteInvites();
      e.mutate({ params: userIds }); f.mutate({ userId, data: { permissions } }); g.mutate({ userId, data: { permissions } });
      h.mutate({ data: { invites } }); i.mutate({ params: emails });
      const page = a.data?.pages[0];
      // @ts-expect-error -- proves that the result is not any
      if (b.data?.status === 200) void b.data.data.data?.user.nothing;
      return [
        page?.status === 200 && page.data.data?.users[0].email, b.data?.status === 200 && b.data.data.data?.user.email,
        c.data?.status === 200 && c.data.data.data?.groups[0].name, d.data?.status === 200 && d.data.data.data?.invites[0],
        e.data?.status === 200 && e.data.data.data?.status, f.data?.status === 200 && f.data.data.data?.permissions[0].roleId,
        g.data?.status === 200 && g.data.data.data?.permissions[0].roleId, h.data?.status === 201 && h.data.data.data?.emails[0],
        i.data?.status === 200 && i.data.data.data?.status,
      ];
    }`,
  Kubb: `
    import * as api from "./generated/kubb/index";
    ${DOTTED_INPUTS}
    export function useAll() {
      const a = api.useListUsersInfinite(query);
      const b = api.useGetUser(userId), c = api.useListUserGroupsFromUser(userId, query), d = api.useListInvites(query);
      const e = api.useDeleteUsers(), f = api.useAddPermissionsToUser(), g = api.useReplacePermissionsForUser();
      const h = api.useCreateInvites(), i = api.useDeleteInvites();
      e.mutate({ params: userIds }); f.mutate({ userId, data: { permissions } }); g.mutate({ userId, data: { permissions } });
      h.mutate({ data: { invites } }); i.mutate({ params: emails });
      // @ts-expect-error -- proves that the result is not any
      void b.data?.data?.user.nothing;
      return [
        a.data?.pages[0].data?.users[0].email, b.data?.data?.user.email, c.data?.data?.groups[0].name, d.data?.data?.invites[0],
        e.data?.data?.status, f.data?.data?.permissions[0].roleId, g.data?.data?.permissions[0].roleId, h.data?.data?.emails[0],
        i.data?.data?.status,
      ];
    }`,
  "openapi-react-query": `
    import createFetchClient from "openapi-fetch";
    import createQueryHooks from "openapi-react-query";
    import type { paths } from "./generated/paths";
    ${DOTTED_INPUTS}
    const api = createQueryHooks(createFetchClient<paths>({ baseUrl: "/api/iam" }));
    export function useAll() {
      const path = { userId };
      const page = { pageParamName: "pagination.cursor", initialPageParam: "", getNextPageParam: () => undefined };
      const a = api.useInfiniteQuery("get", "/users", { params: { query } }, page);
      const b = api.useQuery("get", "/users/{userId}", { params: { path } });
      const c = api.useQuery("get", "/users/{userId}/groups", { params: { path, query } });
      const d = api.useQuery("get", "/invites", { params: { query } });
      const e = api.useMutation("delete", "/users"), f = api.useMutation("post", "/users/{userId}/permissions");
      const g = api.useMutation("put", "/users/{userId}/permissions"), h = api.useMutation("post", "/invites");
      const i = api.useMutation("delete", "/invites");
      e.mutate({ params: { query: userIds } }); f.mutate({ params: { path }, body: { permissions } });
      g.mutate({ params: { path }, body: { permissions } }); h.mutate({ body: { invites } }); i.mutate({ params: { query: emails } });
      // @ts-expect-error -- proves that the result is not any
      void b.data?.data?.user.nothing;
      return [
        a.data?.pages[0].data?.users[0].email, b.data?.data?.user.email, c.data?.data?.groups[0].name, d.data?.data?.invites[0],
        e.data?.data?.status, f.data?.data?.permissions[0].roleId, g.data?.data?.permissions[0].roleId, h.data?.data?.emails[0],
        i.data?.data?.status,
      ];
    }`,
  "hey-api": `
    import { useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
    import * as api from "./generated/hey-api/@tanstack/react-query.gen";
    ${DOTTED_INPUTS}
    export function useAll() {
      const path = { userId };
      const a = useInfiniteQuery({ ...api.listUsersInfiniteOptions({ query }), initialPageParam: {}, getNextPageParam: () => undefined });
      const b = useQuery(api.getUserOptions({ path })), c = useQuery(api.listUserGroupsFromUserOptions({ path, query }));
      const d = useQuery(api.listInvitesOptions({ query }));
      const e = useMutation(api.deleteUsersMutation()), f = useMutation(api.addPermissionsToUserMutation());
      const g = useMutation(api.replacePermissionsForUserMutation()), h = useMutation(api.createInvitesMutation());
      const i = useMutation(api.deleteInvitesMutation());
      e.mutate({ query: userIds }); f.mutate({ path, body: { permissions } }); g.mutate({ path, body: { permissions } });
      h.mutate({ body: { invites } }); i.mutate({ query: emails });
      // @ts-expect-error -- proves that the result is not any
      void b.data?.data?.user.nothing;
      return [
        a.data?.pages[0].data?.users[0].email, b.data?.data?.user.email, c.data?.data?.groups[0].name, d.data?.data?.invites[0],
        e.data?.data?.status, f.data?.data?.permissions[0].roleId, g.data?.data?.permissions[0].roleId, h.data?.data?.emails[0],
        i.data?.data?.status,
      ];
    }`,
  "segment-iam": `
    import * as api from "@segment-iam/react";
    ${OWN_INPUTS}
    export function useAll() {
      const a = api.useListUsersInfinite(query), b = api.useGetUser({ userId }), c = api.useListUserGroupsFromUser({ userId, ...query });
      const d = api.useListInvites(query), e = api.useDeleteUsers(), f = api.useAddPermissionsToUser();
      const g = api.useReplacePermissionsForUser(), h = api.useCreateInvites(), i = api.useDeleteInvites();
      e.mutate({ userIds }); f.mutate({ userId, permissions }); g.mutate({ userId, permissions }); h.mutate({ invites }); i.mutate({ emails });
      // @ts-expect-error -- proves that the result is not any
      void b.data?.user.nothing;
      return [
        a.data?.pages[0].users[0].email, b.data?.user.email, c.data?.groups[0].name, d.data?.invites[0], e.data?.status,
        f.data?.permissions[0].roleId, g.data?.permissions[0].roleId, h.data?.emails[0], i.data?.status,
      ];
    }`,
};
