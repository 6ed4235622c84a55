import { randomBytes } from "node:crypto";
import type { Region } from "@segment-iam/client";
import {
  createMockWorkspace,
  startMockServer,
  type MockWorkspace,
  type MockWorkspaceOptions,
} from "@segment-iam/msw/server";
import { createIamProxy } from "@segment-iam/proxy";
import { apiPath } from "../api-path.ts";
import { consoleOperations } from "../operations.ts";
import type { RequestHandler } from "./console-handler.ts";
import { isOwnRequest } from "./own-request.ts";

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

/** The browser retries and waits, where people can see it; the proxy does neither. */
const proxyOptions = { authorize: isOwnRequest, allow: consoleOperations, basePath: apiPath, interceptors: [] };

/**
 * Opens the way to the API: a proxy to the real one when there is a token, otherwise to a mock server on a free local port.
 *
 * @throws {ConfigError} when the token or the region cannot be right.
 */
export async function startApi({ token, region, mock }: ApiOptions = {}): Promise<ConsoleApi> {
  if (token !== undefined) {
    return { handle: createIamProxy({ ...proxyOptions, token, region }), workspace: undefined, close: async () => {} };
  }
  const mockToken = `sgp_mock_${randomBytes(16).toString("hex")}`;
  const workspace = createMockWorkspace({ ...mock, token: mockToken });
  const server = await startMockServer({ port: 0, workspace });
  return {
    handle: createIamProxy({ ...proxyOptions, token: mockToken, baseUrl: server.url }),
    workspace,
    close: () => server.close(),
  };
}
