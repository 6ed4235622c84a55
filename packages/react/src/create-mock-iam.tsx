import { createIamClient, type IamClient } from "@segment-iam/client";
import { rateLimit, type RateLimiter } from "@segment-iam/helpers/rate-limit";
import { createMockWorkspace, type MockWorkspace, type MockWorkspaceOptions } from "@segment-iam/msw/workspace";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactElement, ReactNode } from "react";
import { IamProvider } from "./iam-provider.tsx";

/** The options of `createMockIam`: those of `createMockWorkspace`, and a query client. */
export interface MockIamOptions extends MockWorkspaceOptions {
  /** A query client with your application's defaults. @default a new one without retries */
  readonly queryClient?: QueryClient | undefined;
}

/** The result of `createMockIam`. */
export interface MockIam {
  /** A wrapper with all providers, for `render(<Users />, { wrapper })`. */
  readonly wrapper: (props: { children: ReactNode }) => ReactElement;
  /** The mock workspace: its users and invites, the requests it received, and `fail` to simulate failures. */
  readonly workspace: MockWorkspace;
  /** The client that the hooks call. */
  readonly iam: IamClient;
  /** The limiter of the client, for `useRateLimit`. */
  readonly limiter: RateLimiter;
  /** The query client of the hooks. */
  readonly queryClient: QueryClient;
}

/**
 * Creates a mock workspace, a client for it, and a wrapper with all providers. Two mocks share no state.
 *
 * The query client retries nothing, so that hooks show failures at once. Its `gcTime` is infinite, so that no timer outlives a test.
 * Mutation options of `@segment-iam/react/query` ignore its `retry` default: pass `retry: false` to them.
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
