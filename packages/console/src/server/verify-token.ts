import { ApiError, createIamClient, listUsers, type Region } from "@segment-iam/client";
import { findWorkspaceId } from "../workspace.ts";
import { messageOf } from "./message-of.ts";

/** The number of users to search for the workspace's ID. One is not enough, because it may have no permission on the workspace. */
const USERS = 50;
const TIMEOUT_MS = 5_000;

/** Options of {@link verifyToken}. */
export interface VerifyTokenOptions {
  readonly token: string;
  readonly region?: Region | undefined;
  /** @default globalThis.fetch */
  readonly fetch?: typeof globalThis.fetch | undefined;
}

/** The result of {@link verifyToken}. */
export interface VerifiedToken {
  /** The workspace's ID; `undefined` if the response does not reveal it. */
  readonly workspaceId?: string | undefined;
  /** Why the token could not be verified. */
  readonly warning?: string;
}

/**
 * Sends one request to find out whether the API accepts the token, and the ID of its workspace.
 *
 * @throws {Error} if the API rejects the token. Other failures are a warning, because they can be temporary.
 */
export async function verifyToken({ token, region = "us", fetch }: VerifyTokenOptions): Promise<VerifiedToken> {
  const iam = createIamClient({ token, region, timeoutMs: TIMEOUT_MS, interceptors: [], fetch });
  try {
    const { users } = await listUsers(iam, { pagination: { count: USERS } });
    return { workspaceId: findWorkspaceId(users) };
  } catch (error) {
    if (!(error instanceof ApiError)) {
      return {
        warning: `Segment cannot be reached from this machine, so SEGMENT_TOKEN was not verified: ${messageOf(error)}`,
      };
    }
    const { status } = error;
    if (status === 401 || status === 403) {
      throw new Error(
        `SEGMENT_TOKEN was rejected (${status}) by region ${region}. Check the token, its permissions and SEGMENT_REGION.`,
        { cause: error },
      );
    }
    return { warning: `Segment responded with status ${status}, so SEGMENT_TOKEN was not verified.` };
  }
}
