import { randomBytes } from "node:crypto";
import type { Region } from "@segment-iam/client";
import {
  createMockWorkspace,
  startMockServer,
  type MockWorkspace,
  type MockWorkspaceOptions,
} from "@segment-iam/msw/server";
import { createIamProxy, type IamProxyOptions } from "@segment-iam/proxy";
import { API_PATH, consoleOperations } from "../iam-api.ts";
import type { Workspace } from "../workspace.ts";
import type { RequestHandler } from "./create-console-handler.ts";
import { isSameOriginRequest } from "./is-same-origin-request.ts";

/** Options of {@link startApi}. */
export interface ApiOptions {
  /** A Public API token. If set, the console uses the token's live workspace, otherwise a mock workspace. */
  readonly token?: string | undefined;
  /** The region of the live workspace. @default "us" */
  readonly region?: Region | undefined;
  /** The ID of the live workspace, to show in the header. @default unknown */
  readonly workspaceId?: string | undefined;
  /** Options of the mock workspace. @default 1,000 users, and the defaults of `createMockWorkspace` */
  readonly mock?: MockWorkspaceOptions | undefined;
}

/** The API behind the console's pages. */
export interface ConsoleApi {
  /** Handles requests below `/api/iam`. */
  readonly handle: RequestHandler;
  /** The mock workspace; `undefined` with a token. */
  readonly workspace: MockWorkspace | undefined;
  /** Stops the mock server. */
  close(): Promise<void>;
}

/**
 * Creates a proxy to the API, or without a token, to a mock server on a free port.
 *
 * @throws {ConfigError} if the token or the region is invalid
 */
export async function startApi({ token, region, mock }: ApiOptions = {}): Promise<ConsoleApi> {
  if (token !== undefined) {
    return { handle: createHandler({ token, region }), workspace: undefined, close: async () => {} };
  }
  const mockToken = `sgp_mock_${randomBytes(16).toString("hex")}`;
  const workspace = createMockWorkspace({ ...mock, token: mockToken });
  const server = await startMockServer({ port: 0, workspace });
  return {
    handle: createHandler({ token: mockToken, baseUrl: server.url }),
    workspace,
    close: () => server.close(),
  };
}

/** Returns the kind, region and ID of the workspace that the options select. */
export function describeWorkspace({ token, region = "us", workspaceId }: ApiOptions): Workspace {
  if (token === undefined) return { kind: "mock" };
  return { kind: "live", region, ...(workspaceId !== undefined && { id: workspaceId }) };
}

/** Creates a proxy that does not retry or queue requests. The pages do both, so that they can show the waiting time. */
function createHandler(upstream: Pick<IamProxyOptions, "token" | "region" | "baseUrl">): RequestHandler {
  const proxy = createIamProxy({
    ...upstream,
    authorize: isSameOriginRequest,
    allow: consoleOperations,
    basePath: API_PATH,
    interceptors: [],
  });
  return async (request) => {
    const response = await proxy(request);
    // The proxy sends `x-should-retry: false`, because it usually retries by itself. This proxy does not, so the browser must.
    response.headers.delete("x-should-retry");
    return response;
  };
}
