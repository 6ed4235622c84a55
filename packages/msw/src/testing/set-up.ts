import { createIamClient, type IamClient, type RequestError } from "@segment-iam/client";
import { createMockWorkspace, type MockWorkspace, type MockWorkspaceOptions } from "../create-mock-workspace.ts";

/** When the clock of a workspace under test begins: 400 ms after a full second. */
export const NOW_MS: number = Date.UTC(2026, 0, 1, 12, 0, 0, 400);

/** Where the workspace under test seems to be. */
export const ORIGIN = "https://api.segmentapis.com";

/** An answer with its body read. */
export interface Answer {
  readonly response: Response;
  readonly status: number;
  readonly errors: readonly RequestError[];
}

/** A workspace of five users whose clock stands still until a test moves it. */
export function setUp(options?: MockWorkspaceOptions): {
  readonly workspace: MockWorkspace;
  readonly time: { nowMs: number };
  readonly iam: IamClient;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
} {
  const time = { nowMs: NOW_MS };
  const workspace = createMockWorkspace({ users: 5, clock: () => time.nowMs, ...options });
  return {
    workspace,
    time,
    iam: createIamClient({ token: "any", fetch: workspace.fetch }),
    get: (path, headers) => send(workspace, "GET", path, { ...(headers && { headers }) }),
  };
}

/** Sends a request with a token and reads the answer. */
export async function send(
  workspace: MockWorkspace,
  method: string,
  path: string,
  init?: RequestInit,
): Promise<Answer> {
  const headers = { authorization: "Bearer t", ...init?.headers };
  const response = await workspace.fetch(`${ORIGIN}${path}`, { ...init, method, headers });
  const body: { errors: RequestError[] } = JSON.parse((await response.text()) || "{}");
  return { response, status: response.status, errors: body.errors };
}
