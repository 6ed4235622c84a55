import {
  addPermissionsToUser,
  createInvites,
  deleteInvites,
  deleteUsers,
  getUser,
  listInvites,
  listUserGroupsFromUser,
  listUsers,
  replacePermissionsForUser,
  urlencodedBody,
  type OperationDescriptor,
} from "@segment-iam/client";
import { startMockServer } from "@segment-iam/msw/server";
import { createMockWorkspace, type MockWorkspace, type MockWorkspaceOptions } from "@segment-iam/msw/workspace";
import { serve } from "srvx";
import { onTestFinished } from "vitest";
import { createIamProxy } from "../create-iam-proxy.ts";
import type { IamProxyOptions } from "../iam-proxy-options.ts";

/** The token that only the proxy has. */
export const TOKEN = "sgp_secret";

/** All operations, so that `allow` never causes a rejection. */
export const allOperations: IamProxyOptions["allow"] = [
  listUsers,
  getUser,
  deleteUsers,
  listUserGroupsFromUser,
  addPermissionsToUser,
  replacePermissionsForUser,
  listInvites,
  createInvites,
  deleteInvites,
];

/** An operation that sends a form. The OpenAPI document has no such operation. */
export const search: OperationDescriptor = {
  id: "search",
  method: "POST",
  path: "/search",
  body: true,
  contentType: "application/x-www-form-urlencoded",
  encode: urlencodedBody,
};

/** The options of a test's proxy, which a test may override. */
export const defaultOptions: IamProxyOptions = {
  token: TOKEN,
  authorize: () => true,
  allow: allOperations,
  interceptors: [],
};

/** Options that a test may override. */
export type SetUpOptions = Partial<IamProxyOptions> & { readonly workspace?: MockWorkspaceOptions };

/** Creates a proxy in front of a mock workspace, in memory. */
export function setUp({ workspace: workspaceOptions, ...options }: SetUpOptions = {}): {
  readonly workspace: MockWorkspace;
  readonly proxy: (request: Request) => Promise<Response>;
  send(path: string, init?: RequestInit): Promise<Response>;
} {
  const workspace = createMockWorkspace({ users: 5, token: TOKEN, ...workspaceOptions });
  const proxy = createIamProxy({ ...defaultOptions, fetch: workspace.fetch, ...options });
  return { workspace, proxy, send: (path, init) => proxy(new Request(`https://app.example${path}`, init)) };
}

/**
 * Creates a proxy for one operation. `sent` contains the requests to the API, and `inputs` what `authorize` received.
 *
 * @param respond creates the response of the API. @default an empty 204
 */
export function setUpOperation(
  operation: OperationDescriptor,
  respond = (): Response => new Response(null, { status: 204 }),
  options?: SetUpOptions,
): Pick<ReturnType<typeof setUp>, "send"> & { readonly sent: Request[]; readonly inputs: unknown[] } {
  const sent: Request[] = [];
  const inputs: unknown[] = [];
  const { send } = setUp({
    allow: [operation],
    authorize: (_, __, input) => inputs.push(input) > 0,
    fetch: async (url, init) => {
      sent.push(new Request(url, init));
      return respond();
    },
    ...options,
  });
  return { sent, inputs, send };
}

/** Starts a proxy and a mock server on free ports. */
export async function startProxy({ workspace: workspaceOptions, ...options }: SetUpOptions = {}): Promise<{
  readonly workspace: MockWorkspace;
  readonly url: string;
}> {
  const workspace = createMockWorkspace({ users: 5, token: TOKEN, ...workspaceOptions });
  const api = await startMockServer({ workspace });
  const proxy = createIamProxy({ ...defaultOptions, baseUrl: api.url, ...options });
  const server = serve({ fetch: proxy, port: 0, hostname: "127.0.0.1", silent: true, gracefulShutdown: false });
  await server.ready();
  onTestFinished(async () => {
    await server.close(true);
    await api.close();
  });
  return { workspace, url: `${server.url}api/iam` };
}
