import {
  ApiError,
  listInvites,
  listUserGroupsFromUser,
  listUsers,
  type IamClient,
  type UserV1,
} from "@segment-iam/client";
import { paginate } from "@segment-iam/helpers/pagination";
import { findWorkspaceId, type Workspace } from "../../workspace.ts";
import { createSnapshot, toSnapshotUser, type Snapshot, type SnapshotGroup, type SnapshotSource } from "./snapshot.ts";

/** The number of users whose groups are requested at the same time. */
const CONCURRENT_USERS = 6;

const PAGE_SIZE = 1_000;

/** What a snapshot loads at the moment, and how many items are loaded. */
export interface SnapshotProgress {
  readonly step: "users" | "groups" | "invites";
  readonly done: number;
  /** `undefined` while unknown. */
  readonly total?: number | undefined;
}

/** Options of {@link takeSnapshot}. */
export interface TakeSnapshotOptions extends Pick<SnapshotSource, "apiVersion" | "toolVersion" | "hasGroups"> {
  /** The workspace of the client. If its ID is unknown, it is taken from the users' permissions. */
  readonly workspace: Workspace;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: SnapshotProgress) => void;
  /** Returns the current time. @default the system's clock */
  readonly now?: () => Date;
}

/**
 * Loads all users, the pending invites, and the groups of each user if `hasGroups` is set. `takenAt` is the start time.
 *
 * Rejects with the failure of a request, or with the reason of the signal.
 */
export async function takeSnapshot(client: IamClient, options: TakeSnapshotOptions): Promise<Snapshot> {
  const { workspace, apiVersion, toolVersion, hasGroups, signal, onProgress, now = () => new Date() } = options;
  const takenAt = now().toISOString();
  const { users, statedUsers } = await loadUsers(client, options);
  onProgress({ step: "invites", done: 0 });
  const invites: string[] = [];
  for await (const email of paginate(listInvites, client, {}, pageOptions(signal))) invites.push(email);
  const groups = hasGroups ? await loadGroups(client, users, options) : new Map<string, SnapshotGroup[]>();
  const id = workspace.id ?? findWorkspaceId(users);
  return createSnapshot(
    {
      takenAt,
      workspace: { ...workspace, ...(id !== undefined && { id }) },
      apiVersion,
      toolVersion,
      hasGroups,
      ...(statedUsers !== undefined && { statedUsers }),
    },
    users.map((user) => toSnapshotUser(user, groups.get(user.id))),
    invites,
  );
}

async function loadUsers(client: IamClient, { signal, onProgress }: TakeSnapshotOptions) {
  const users: UserV1[] = [];
  let statedUsers: number | undefined;
  onProgress({ step: "users", done: 0 });
  for await (const page of paginate(listUsers, client, {}, pageOptions(signal)).pages()) {
    for (const user of page.users) users.push(user);
    statedUsers = page.pagination.totalEntries ?? statedUsers;
    onProgress({ step: "users", done: users.length, total: statedUsers });
  }
  return { users, statedUsers };
}

async function loadGroups(
  client: IamClient,
  users: readonly UserV1[],
  { signal, onProgress }: TakeSnapshotOptions,
): Promise<Map<string, SnapshotGroup[]>> {
  const groups = new Map<string, SnapshotGroup[]>();
  const remaining = users.values();
  const total = users.length;
  // Ends the other workers when one fails.
  const failed = new AbortController();
  const options = pageOptions(AbortSignal.any([signal, failed.signal]));
  onProgress({ step: "groups", done: 0, total });

  async function work(): Promise<void> {
    for (const { id } of remaining) {
      groups.set(id, await listGroups(client, id, options));
      onProgress({ step: "groups", done: groups.size, total });
    }
  }

  try {
    await Promise.all(Array.from({ length: CONCURRENT_USERS }, work));
  } catch (error) {
    failed.abort(error);
    throw error;
  }
  return groups;
}

async function listGroups(
  client: IamClient,
  userId: string,
  options: ReturnType<typeof pageOptions>,
): Promise<SnapshotGroup[]> {
  const groups: SnapshotGroup[] = [];
  try {
    for await (const group of paginate(listUserGroupsFromUser, client, { userId }, options)) groups.push(group);
  } catch (error) {
    // The user was removed after the list of users was loaded.
    if (!isNotFound(error)) throw error;
  }
  return groups;
}

function isNotFound(error: unknown): boolean {
  return error instanceof Error && error.cause instanceof ApiError && error.cause.status === 404;
}

function pageOptions(signal: AbortSignal) {
  return { signal, pageSize: PAGE_SIZE, priority: "bulk" as const };
}

/** The rate limit for estimates until the API reports one. It equals the lowest limit that Segment documents. */
const ASSUMED_LIMIT = { requests: 60, windowSeconds: 60 };

/** Estimates how long it takes to load the groups of users, in milliseconds. */
export function estimateGroupsMs(users: number, requestsPerWindow: number | undefined): number {
  const { requests, windowSeconds } = listUserGroupsFromUser.rateLimit ?? ASSUMED_LIMIT;
  return (users / (requestsPerWindow ?? requests)) * windowSeconds * 1_000;
}
