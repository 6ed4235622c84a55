import {
  createIamClient,
  createInvites,
  deleteUsers,
  getUser,
  listInvites,
  listUsers,
  type IamFailure,
  type Interceptor,
  type ListUsersData,
  type UserV1,
} from "@segment-iam/client";
import { bulk, paginate, rateLimit, retry } from "@segment-iam/helpers";
import { createMockHandlers, createMockWorkspace } from "@segment-iam/msw";
import { createIamProxy } from "@segment-iam/proxy";
import {
  IamProvider,
  useDeleteUsers,
  useGetUser,
  useListUsers,
  useListUsersInfinite,
  useListUsersSuspense,
  useListUsersSuspenseInfinite,
} from "@segment-iam/react";
import { optimisticDeleteUsers } from "@segment-iam/react/optimistic";
import {
  deleteUsersMutationOptions,
  getUserOptions,
  invalidateListUsers,
  listUsersInfiniteOptions,
  listUsersQueryKey,
  prefetchListUsersInfinite,
  setListUsersData,
} from "@segment-iam/react/query";
import { QueryClient, skipToken, useMutation } from "@tanstack/react-query";
import { createElement, type ReactNode } from "react";

/** Whether two types are identical. `any` equals only itself. */
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function check<A, B>(isEqual: Equal<A, B>): void;

const addTrace: Interceptor = (next) => (context) =>
  next({ ...context, headers: { ...context.headers, "x-trace": "1" } });
const iam = createIamClient({ token: "sgp_x", interceptors: [addTrace, retry(), rateLimit()] });
const queryClient = new QueryClient();

export async function call(): Promise<void> {
  const { users } = await listUsers(iam, { pagination: { count: 5 } });
  check<typeof users, UserV1[]>(true);
  const invited = await createInvites(iam, { invites: [{ email: "a@example.com" }] });
  check<typeof invited, { emails: string[] }>(true);
  // @ts-expect-error -- the user's ID is required
  await getUser(iam);
  for await (const invite of paginate(listInvites, iam)) check<typeof invite, string>(true);
  // @ts-expect-error -- the operation has no pages
  paginate(getUser, iam);
  const { rejected } = await bulk(deleteUsers, iam, ["u"]).result;
  check<(typeof rejected)[number]["item"], string>(true);
  const raw = await iam.GET("/users/{userId}", { params: { path: { userId: "u" } } });
  check<NonNullable<NonNullable<typeof raw.data>["data"]>["user"], UserV1>(true);
}

export function describe(failure: IamFailure): string {
  if (failure.name !== "ApiError") return failure.message;
  check<typeof failure.status, number>(true);
  return failure.errors.map(({ type }) => type).join();
}

export async function prefetch(): Promise<void> {
  const user = await queryClient.fetchQuery(getUserOptions(iam, { userId: "u" }));
  check<typeof user.user, UserV1>(true);
  await queryClient.prefetchInfiniteQuery(listUsersInfiniteOptions(iam));
  const cached = queryClient.getQueryData(listUsersQueryKey(iam));
  check<typeof cached, ListUsersData | undefined>(true);
  setListUsersData(queryClient, iam, {}, (data) => {
    check<typeof data, ListUsersData | undefined>(true);
    return data;
  });
  await prefetchListUsersInfinite(queryClient, iam, {}, { pages: 2, timeoutMs: 1_000 });
  await invalidateListUsers(queryClient, iam);
  queryClient.setMutationDefaults(["delete"], deleteUsersMutationOptions(iam) as object);
}

export function useEverything(userId: string | undefined): ReactNode {
  const list = useListUsers();
  check<typeof list.data, ListUsersData | undefined>(true);
  check<typeof list.error, IamFailure | null>(true);
  const initial = useListUsers({}, { initialData: { users: [], pagination: { current: "" } } }, queryClient);
  check<typeof initial.data, ListUsersData>(true);
  const items = useListUsersInfinite({}, { select: (data) => data.items });
  check<typeof items.data, UserV1[] | undefined>(true);
  const deletion = useMutation({ ...deleteUsersMutationOptions(iam), onMutate: ({ userIds }) => userIds.length });
  check<typeof deletion.context, number | undefined>(true);
  const names = useListUsers({}, { select: ({ users }) => users.map(({ name }) => name) });
  check<typeof names.data, string[] | undefined>(true);
  const pages = useListUsersInfinite({ pagination: { count: 5 } });
  check<NonNullable<typeof pages.data>["pages"], ListUsersData[]>(true);
  const user = useGetUser(userId === undefined ? skipToken : { userId });
  const suspended = useListUsersSuspense();
  check<typeof suspended.data, ListUsersData>(true);
  const all = useListUsersSuspenseInfinite();
  check<(typeof all.data.pages)[number], ListUsersData>(true);
  const { mutate } = useDeleteUsers({ optimistic: optimisticDeleteUsers, onError: (failure) => describe(failure) });
  mutate({ userIds: ["u"] });
  // @ts-expect-error -- an ID is a string
  mutate({ userIds: [1] });
  return createElement(IamProvider, { client: iam }, user.data?.user.email);
}

const workspace = createMockWorkspace({ users: 3 });
export const handlers = createMockHandlers(workspace);
export const proxy = createIamProxy({ token: "sgp_x", allow: [listUsers], authorize: () => true });
