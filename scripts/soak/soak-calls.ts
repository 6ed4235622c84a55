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
import { STRANGE } from "./checks.ts";
import { fastClock } from "./fast-clock.ts";

/** How long an attempt may take: what cuts a stall. In milliseconds of the real clock. */
const TIMEOUT_MS = 500;
const DEADLINE_MS = 3_600_000;

/** One client for the whole run, with retry and pacing, and one signal that nobody aborts. */
export interface SoakCalls {
  /** Makes the call of that number, and tells what became of it. It never rejects. */
  call(number: number): Promise<string>;
  /** Has a 1 at the number of each write that is not safe to repeat and was answered with success. */
  readonly confirmed: Uint8Array;
}

/** How the calls of a run are made. */
export interface SoakCallsOptions {
  readonly url: string;
  /** How many calls there will be, at most. */
  readonly total: number;
  readonly signal: AbortSignal;
  readonly random: () => number;
}

/** Makes the calls of a run: all nine operations in turn. */
export function soakCalls({ url, total, signal, random }: SoakCallsOptions): SoakCalls {
  const pacing = { clock: fastClock, maxWaitMs: DEADLINE_MS };
  const retrying = { clock: fastClock, random, deadlineMs: DEADLINE_MS };
  const interceptors = [retry(retrying), rateLimit(pacing)];
  const iam = createIamClient({ token: "sgp_soak", baseUrl: url, timeoutMs: TIMEOUT_MS, interceptors });
  const permissions = [{ roleId: "r", resources: [] }];
  const options = { signal };
  const turns: readonly ((name: string) => Promise<unknown>)[] = [
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
  const firstUnsafe = turns.length - 2;
  // Not on the heap, which is what is watched.
  const confirmed = new Uint8Array(total);

  return {
    confirmed,
    async call(number) {
      const turn = number % turns.length;
      try {
        await turns[turn]?.(`soak-${number}`);
        if (turn >= firstUnsafe) confirmed[number] = 1;
        return "success";
      } catch (error) {
        return error instanceof IamError ? classOf(error) : `${STRANGE}: ${String(error)}`;
      }
    },
  };
}

function classOf(error: IamError): string {
  return "status" in error ? `${error.name} ${error.status}` : error.name;
}
