import {
  ApiError,
  createIamClient,
  deleteUsers,
  getUser,
  listInvites,
  listUsers,
  reviveError,
} from "@segment-iam/client";
import { bulk, paginate, rateLimit, retry } from "@segment-iam/helpers";
import { IamProvider, useDeleteUsers, useListUsersInfinite } from "@segment-iam/react";
import { getUserOptions } from "@segment-iam/react/query";
import { optimisticDeleteUsers } from "@segment-iam/react/optimistic";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createElement } from "react";
import { create } from "react-test-renderer";

/** Resolves to the results of calls, hooks and helpers. The test reads it after running the bundle. */
globalThis.report = run();

async function run() {
  const iam = createIamClient({ baseUrl: "https://app.example/api/iam", interceptors: [retry(), rateLimit()] });
  const controller = new AbortController();
  const options = { signal: controller.signal };
  const users = [];
  for await (const user of paginate(listUsers, iam, { pagination: { count: 5 } }, options)) users.push(user);
  const [first, ...others] = users.map(({ id }) => id);
  const { succeeded } = await bulk(deleteUsers, iam, others.slice(0, 3), { maxBatchSize: 2 }).result;
  const failure = await getUser(iam, { userId: "missing" }, options).catch((error) => error);
  const revived = reviveError(JSON.parse(JSON.stringify(failure)));
  // The test never responds to requests for invites.
  const timeout = await listInvites(iam, {}, { timeoutMs: 1, retry: false }).catch((error) => error.name);
  const queryClient = new QueryClient();
  const queried = await queryClient.fetchQuery(getUserOptions(iam, { userId: first }));
  return {
    users: users.length,
    removed: succeeded.length,
    isApiError: revived instanceof ApiError,
    status: revived.status,
    timeout,
    queried: queried.user.email,
    rendered: await render(iam, queryClient, first),
  };
}

/** Returns the text of a component before and after a removal. */
async function render(iam, queryClient, removed) {
  let remove;
  function Users() {
    const { data } = useListUsersInfinite({ pagination: { count: 5 } });
    remove = useDeleteUsers({ optimistic: optimisticDeleteUsers }).mutateAsync;
    return data?.pages[0].users.map(({ id }) => (id === removed ? "first" : "other")).join() ?? "loading";
  }
  const tree = createElement(
    QueryClientProvider,
    { client: queryClient },
    createElement(IamProvider, { client: iam }, createElement(Users)),
  );
  const renderer = create(tree);
  const before = await waitForChange(renderer, queryClient, "loading");
  await remove({ userIds: [removed] });
  const after = await waitForChange(renderer, queryClient, before);
  renderer.unmount();
  return [before, after];
}

/** Resolves to the rendered text after it has changed and all fetches have ended. */
async function waitForChange(renderer, queryClient, previous) {
  do await new Promise((resolve) => setTimeout(resolve, 10));
  while (queryClient.isFetching() > 0 || [null, previous].includes(renderer.toJSON()));
  return renderer.toJSON();
}
