import {
  addPermissionsToUser,
  createIamClient,
  createInvites,
  deleteInvites,
  deleteUsers,
  getUser,
  IamError,
  listInvites,
  listUserGroupsFromUser,
  listUsers,
  replacePermissionsForUser,
} from "@segment-iam/client";
import { rateLimit, retry } from "@segment-iam/helpers";
import { UNEXPECTED } from "./check-soak.ts";
import { acceleratedClock as clock } from "./accelerated-clock.ts";

/** The timeout of an attempt in milliseconds of the real clock. It ends stalled responses. */
const TIMEOUT_MS = 500;
const DEADLINE_MS = 3_600_000;

/** The calls of a run. They share one client with retry and rate limits, and one signal that is never aborted. */
export interface SoakCalls {
  /** Makes one call and returns its outcome. Never rejects. */
  call(number: number): Promise<string>;
  /** Indexed by call number: 1 for a non-idempotent write that succeeded, otherwise 0. */
  readonly confirmed: Uint8Array;
}

/** The options of `createSoakCalls`. */
export interface SoakCallsOptions {
  readonly url: string;
  /** The number of calls. */
  readonly total: number;
  readonly signal: AbortSignal;
  readonly random: () => number;
}

/** Creates the calls of a run. They cycle through all nine operations. */
export function createSoakCalls({ url, total, signal, random }: SoakCallsOptions): SoakCalls {
  const interceptors = [
    retry({ clock, random, deadlineMs: DEADLINE_MS }),
    rateLimit({ clock, maxWaitMs: DEADLINE_MS }),
  ];
  const iam = createIamClient({ token: "sgp_soak", baseUrl: url, timeoutMs: TIMEOUT_MS, interceptors });
  const permissions = [{ roleId: "r", resources: [] }];
  const options = { signal };
  const calls: readonly ((name: string) => Promise<unknown>)[] = [
    () => listUsers(iam, { pagination: { count: 50 } }, options),
    (name) => getUser(iam, { userId: name }, options),
    () => listUserGroupsFromUser(iam, { userId: "u" }, options),
    () => listInvites(iam, {}, options),
    (name) => deleteUsers(iam, { userIds: [name] }, options),
    (name) => replacePermissionsForUser(iam, { userId: name, permissions }, options),
    (name) => deleteInvites(iam, { emails: [`${name}@example.com`] }, options),
    (name) => addPermissionsToUser(iam, { userId: name, permissions }, options),
    (name) => createInvites(iam, { invites: [{ email: `${name}@example.com` }] }, options),
  ];
  const firstNonIdempotent = calls.length - 2;
  // A typed array is outside the heap, which the run measures.
  const confirmed = new Uint8Array(total);

  return {
    confirmed,
    async call(number) {
      const operation = number % calls.length;
      try {
        await calls[operation]?.(`soak-${number}`);
        if (operation >= firstNonIdempotent) confirmed[number] = 1;
        return "success";
      } catch (error) {
        return error instanceof IamError ? outcomeOf(error) : `${UNEXPECTED}: ${String(error)}`;
      }
    },
  };
}

function outcomeOf(error: IamError): string {
  return "status" in error ? `${error.name} ${error.status}` : error.name;
}
