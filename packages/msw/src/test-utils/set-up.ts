import { createIamClient, type IamClient, type RequestError } from "@segment-iam/client";
import { createMockWorkspace, type MockWorkspace, type MockWorkspaceOptions } from "../create-mock-workspace.ts";

/** The initial time of the clock: 400 ms after a full second. */
export const NOW_MS: number = Date.UTC(2026, 0, 1, 12, 0, 0, 400);

/** The origin of the requests. */
export const ORIGIN = "https://api.segmentapis.com";

/** A response with its parsed errors. */
export interface ReadResponse {
  readonly response: Response;
  readonly status: number;
  readonly errors: readonly RequestError[];
}

/** Creates a workspace with five users and a clock that only `advance` moves. */
export function setUp(options?: MockWorkspaceOptions): {
  readonly workspace: MockWorkspace;
  readonly iam: IamClient;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<ReadResponse>;
} {
  const workspace = createMockWorkspace({ users: 5, clock: () => NOW_MS, ...options });
  return {
    workspace,
    iam: createIamClient({ token: "any", fetch: workspace.fetch }),
    get: (path, headers) => send(workspace, "GET", path, { ...(headers && { headers }) }),
  };
}

/** Sends a request with a token and reads the response. A body is sent as JSON, unless `init` has another content type. */
export async function send(
  workspace: MockWorkspace,
  method: string,
  path: string,
  init?: RequestInit,
): Promise<ReadResponse> {
  const headers = {
    authorization: "Bearer t",
    ...(init?.body && { "content-type": "application/json" }),
    ...init?.headers,
  };
  const response = await workspace.fetch(`${ORIGIN}${path}`, { ...init, method, headers });
  const { errors = [] }: { errors?: RequestError[] } = JSON.parse((await response.text()) || "{}");
  return { response, status: response.status, errors };
}
