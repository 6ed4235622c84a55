import { randomBytes } from "node:crypto";
import type { Region } from "@segment-iam/client";
import {
  createMockWorkspace,
  startMockServer,
  type MockWorkspace,
  type MockWorkspaceOptions,
} from "@segment-iam/msw/server";
import { createIamProxy, type IamProxyOptions } from "@segment-iam/proxy";
import { apiPath } from "../api-path.ts";
import { consoleOperations } from "../iam-api.ts";
import type { RequestHandler } from "./create-console-handler.ts";
import { isOwnRequest } from "./is-same-origin-request.ts";

/** The workspace that the console works on. */
export interface ApiOptions {
  /** A Public API token: the console then changes the real workspace. @default a mock workspace */
  readonly token?: string | undefined;
  /** Where the real workspace lives. @default "us" */
  readonly region?: Region | undefined;
  /** What the mock workspace is like when there is no token. @default 1,000 users, and what else `createMockWorkspace` has */
  readonly mock?: MockWorkspaceOptions | undefined;
}

/** The API as the console's pages reach it: through the proxy, which holds the token. */
export interface ConsoleApi {
  /** Answers the calls below `/api/iam`. */
  readonly handle: RequestHandler;
  /** The mock workspace behind it; `undefined` when it is the real one. */
  readonly workspace: MockWorkspace | undefined;
  /** Ends the mock server, if there is one. */
  close(): Promise<void>;
}

/**
 * Opens the way to the API: a proxy to the real one when there is a token, otherwise to a mock server on a free local port.
 *
 * @throws {ConfigError} when the token or the region cannot be right.
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

/** A proxy that neither retries nor waits for a rate limit: the pages do both themselves, where people can see it. */
function createHandler(upstream: Pick<IamProxyOptions, "token" | "region" | "baseUrl">): RequestHandler {
  const proxy = createIamProxy({
    ...upstream,
    authorize: isOwnRequest,
    allow: consoleOperations,
    basePath: apiPath,
    interceptors: [],
  });
  return async (request) => {
    const response = await proxy(request);
    // By this a proxy says that it has retried already.
    response.headers.delete("x-should-retry");
    return response;
  };
}
