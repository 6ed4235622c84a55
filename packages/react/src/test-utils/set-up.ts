import { createIamClient, type IamClient, type IamClientOptions } from "@segment-iam/client";
import { createMockWorkspace, type MockWorkspace, type MockWorkspaceOptions } from "@segment-iam/msw/workspace";
import { QueryClient } from "@tanstack/react-query";

/** The objects that most tests need. */
export interface SetUp {
  readonly workspace: MockWorkspace;
  readonly iam: IamClient;
  readonly queryClient: QueryClient;
  /** Returns the requests since the last call, as `GET /users?pagination.count=2`. */
  takeRequests(): string[];
}

/** Creates a mock workspace with five users, three invites and no rate limits, a client for it, and an empty cache. */
export function setUp(options: MockWorkspaceOptions = {}, clientOptions: IamClientOptions = {}): SetUp {
  const workspace = createMockWorkspace({ users: 5, invites: 3, limits: false, ...options });
  let taken = 0;
  return {
    workspace,
    iam: createIamClient({ token: "test", fetch: workspace.fetch, ...clientOptions }),
    queryClient: new QueryClient(),
    takeRequests() {
      const since = workspace.requests.slice(taken);
      taken = workspace.requests.length;
      return since.map(({ method, url }) => `${method} ${pathOf(url)}`);
    },
  };
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return decodeURIComponent(pathname + search);
}

/** Resolves when no query is fetching. */
export function waitForIdle(queryClient: QueryClient): Promise<void> {
  return new Promise((resolve) => {
    const unsubscribe = queryClient.getQueryCache().subscribe(check);
    check();

    function check() {
      if (queryClient.isFetching() > 0) return;
      unsubscribe();
      resolve();
    }
  });
}
