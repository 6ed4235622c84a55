// @vitest-environment jsdom
import { createMockWorkspace } from "@segment-iam/msw/workspace";
import { createIamClient } from "@segment-iam/client";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, renderHook, waitFor } from "@testing-library/react";
import createHooks from "openapi-react-query";
import type { ReactNode } from "react";
import { afterEach, expect, it } from "vitest";

afterEach(cleanup);

function setUp() {
  const workspace = createMockWorkspace({ users: 3, invites: 0 });
  const hooks = createHooks(createIamClient({ token: "test", fetch: workspace.fetch }));
  const queryClient = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
  );
  return { hooks, wrapper };
}

it("reads a list through openapi-react-query", async () => {
  const { hooks, wrapper } = setUp();
  const { result } = renderHook(
    () => hooks.useQuery("get", "/users", { params: { query: { pagination: { count: 2 } } } }),
    { wrapper },
  );
  await waitFor(() => expect(result.current.data?.data?.users).toHaveLength(2));
});

it("writes and reports errors through openapi-react-query", async () => {
  const { hooks, wrapper } = setUp();
  const { result } = renderHook(() => hooks.useMutation("post", "/invites"), { wrapper });
  result.current.mutate({ body: { invites: [{ email: "new@example.com" }] } });
  await waitFor(() => expect(result.current.data?.data?.emails).toEqual(["new@example.com"]));
  result.current.mutate({ body: { invites: [{ email: "" }] } });
  await waitFor(() => expect(result.current.error).toMatchObject({ errors: [{ type: expect.any(String) }] }));
});
