import { createIamClient, type IamClient } from "@segment-iam/client";
import { rateLimit, type RateLimiter } from "@segment-iam/helpers/rate-limit";
import { createMockWorkspace, type MockWorkspace, type MockWorkspaceOptions } from "@segment-iam/msw/workspace";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactElement, ReactNode } from "react";
import { IamProvider } from "./iam-provider.tsx";

/** What a test begins with. */
export interface MockIamOptions extends MockWorkspaceOptions {
  /** A query client of your own, with your application's defaults. @default a fresh one that retries nothing */
  readonly queryClient?: QueryClient | undefined;
}

/** All that stands around a component in a test. */
export interface MockIam {
  /** Renders a component with all of the following around it: `render(<Users />, { wrapper })`. */
  readonly wrapper: (props: { children: ReactNode }) => ReactElement;
  /** The workspace in memory that answers: its users and invites, the requests that arrived, and `fail` for failures. */
  readonly workspace: MockWorkspace;
  /** The client that the component's hooks call. */
  readonly iam: IamClient;
  /** The client's limiter, for `useRateLimit`. */
  readonly limiter: RateLimiter;
  /** The cache. */
  readonly queryClient: QueryClient;
}

/**
 * Makes a workspace in memory and everything that a component with hooks needs around it. Nothing is shared between two of them.
 *
 * Hooks show failures at once, since the query client retries nothing; it keeps what it has for the length of the test. Options of
 * `./query` know no query client: give them `retry: false`.
 *
 * @example
 * const { wrapper, workspace } = createMockIam({ users: 3 });
 * render(<Users />, { wrapper });
 * await screen.findByText("ada@example.com");
 */
export function createMockIam(options: MockIamOptions = {}): MockIam {
  const workspace = createMockWorkspace(options);
  const limiter = rateLimit();
  const iam = createIamClient({
    token: options.token ?? "test",
    fetch: workspace.fetch,
    interceptors: [limiter],
  });
  const queryClient =
    options.queryClient ??
    new QueryClient({
      defaultOptions: { queries: { retry: false, gcTime: Infinity }, mutations: { retry: false, gcTime: Infinity } },
    });
  return {
    workspace,
    iam,
    limiter,
    queryClient,
    wrapper: ({ children }) => (
      <QueryClientProvider client={queryClient}>
        <IamProvider client={iam} limiter={limiter}>
          {children}
        </IamProvider>
      </QueryClientProvider>
    ),
  };
}
