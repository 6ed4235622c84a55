import type { WindowStore } from "../../../packages/helpers/src/redis/window-store.ts";
import type { Load } from "./peers.ts";

/** What a contender is made from, once for each simulated process. */
interface Surroundings {
  readonly fetch: typeof globalThis.fetch;
  /** Imports a package from npm, again for each simulated process. */
  readonly load: Load;
  /** The number of the process. */
  readonly process: number;
  /** What the processes agree through, where there is a Redis. */
  readonly windows: WindowStore | undefined;
}

/** Makes one call, with all that the contender does about limits. Rejects when the contender gives up. */
export type MakeCall = () => Promise<unknown>;

/** Something that makes calls under a limit. */
export interface Contender {
  readonly id: string;
  readonly name: string;
  /** What is set that is not the default, for whoever doubts that it was done well. */
  readonly settings: string;
  /** Whether it can share a limit between processes here. Some peers can through a real Redis, which knows no virtual time. */
  readonly canShare?: boolean;
  create(surroundings: Surroundings): Promise<MakeCall>;
}

/**
 * More attempts than any run needs. A default that is too small for a minute's wait says little about a library, so no contender
 * gives up for having tried too often.
 */
export const ENDLESS = 1_000;

/** How many calls a careful caller has under way, for contenders that do not queue: with all at once they do worse. */
export const AT_ONCE = 10;

/** The longest backoff that a window asks for. Where a default is longer or has no end, this is better, and set instead. */
export const LONGEST_BACKOFF_MS = 60_000;

/** Where all contenders send the same request to. */
export const ADDRESS = "https://api.segmentapis.com/users?userIds.0=u1";

/** An answer that is no success, for contenders that expect an exception. */
export class RefusedError extends Error {
  override readonly name = "RefusedError";
  readonly status: number;
  /** How long to wait, by the API's word. */
  readonly retryAfterMs: number;

  constructor(status: number, retryAfterMs: number) {
    super(`The API answered ${status}`);
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

/** One request, without any care for limits. @throws {RefusedError} */
export async function request(fetch: typeof globalThis.fetch): Promise<void> {
  const response = await fetch(ADDRESS, { method: "DELETE" });
  if (response.ok) return;
  const { errors } = (await response.json()) as { errors: [{ data: { msBeforeNext: number } }] };
  throw new RefusedError(response.status, errors[0].data.msBeforeNext);
}
