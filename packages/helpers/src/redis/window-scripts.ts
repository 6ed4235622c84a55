import { INTERACTIVE_SHARE } from "../rate-limit/rate-limit-window.ts";
import { PROBE_LEASE_MS } from "./window-store.ts";

/** The time of Redis in epoch milliseconds. The scripts use no other clock. */
const REDIS_TIME = "(function() local t = redis.call('TIME') return t[1] * 1000 + math.floor(t[2] / 1000) end)()";

/** How long a window is stored after its end, in milliseconds. */
const KEPT_MS = 3_600_000;

/** The Lua scripts of a window. Each is atomic and uses one key. */
export interface WindowScripts {
  /**
   * Takes a permit for one request. Argument: the priority.
   *
   * Replies with `{ "granted", remaining, endsInMs }`, `{ "full", waitMs }`, `{ "probing", waitMs }` or `{ "probe" }`.
   */
  readonly take: string;
  /** Stores the window that a response describes. Arguments: remaining, limit, windowMs, endsInMs. */
  readonly window: string;
  /** Closes the window after a 429. Argument: forMs. */
  readonly closed: string;
  /** Ends the lease of a probe whose response is lost. */
  readonly lost: string;
  /** Deletes the window. */
  readonly reset: string;
  /** Fails unless Redis accepts writes. */
  readonly check: string;
}

/**
 * Returns the scripts, for Redis 5 or later.
 *
 * A window is a hash. `ends` is its end, `left` the requests left, `limit` its limit, `length` its length, and `probe` the end of the lease
 * of its probe. `used` is the time of the last request for an interactive permit.
 *
 * @param time a Lua expression for the current time in milliseconds
 */
export function windowScripts(time: string = REDIS_TIME): WindowScripts {
  const load = `
local now = ${time}
local saved = redis.call('HMGET', KEYS[1], 'ends', 'left', 'limit', 'probe', 'length', 'used')
local ends, left = tonumber(saved[1]) or 0, tonumber(saved[2]) or 0
local limit, probe = tonumber(saved[3]) or 0, tonumber(saved[4]) or 0
local length, used = tonumber(saved[5]) or 0, tonumber(saved[6]) or 0`;

  const save = `
redis.call('HSET', KEYS[1], 'ends', ends, 'left', left, 'limit', limit, 'probe', probe, 'length', length, 'used', used)
redis.call('PEXPIRE', KEYS[1], math.max(ends, probe, now) - now + ${KEPT_MS})`;

  const take = `${load}
local reserved = 0
if ARGV[1] == 'interactive' then used = now
elseif now < used + length then reserved = math.floor(limit * ${INTERACTIVE_SHARE}) end
if now < ends then
  if left <= reserved then return { 'full', ends - now } end
  redis.call('HSET', KEYS[1], 'left', left - 1, 'used', used)
  return { 'granted', left - 1, ends - now }
end
if now < probe then return { 'probing', probe - now } end
probe = now + ${PROBE_LEASE_MS}
${save}
return { 'probe' }`;

  // Each reported end is an upper bound, so the earliest one applies. After a 429 (left is 0), `ends` can be the end of
  // the pause, which is later than the end of the window.
  // A report of an earlier window has a much earlier end, and is ignored.
  const window = `${load}
local newLeft, newEnds = tonumber(ARGV[1]), now + tonumber(ARGV[4])
limit, length = tonumber(ARGV[2]), tonumber(ARGV[3])
if now < ends then
  if newEnds < ends - length / 2 then return 0 end
  if left > 0 then ends = math.min(ends, newEnds) end
  left = math.min(left, newLeft)
else
  left = newLeft
  ends = newEnds
end
probe = 0
${save}
return 1`;

  const closed = `${load}
ends = math.max(ends, now + tonumber(ARGV[1]))
left = 0
probe = 0
${save}
return 1`;

  return {
    take,
    window,
    closed,
    lost: `return redis.call('HDEL', KEYS[1], 'probe')`,
    reset: `return redis.call('DEL', KEYS[1])`,
    // Writes a key, because a read-only replica and a Redis without free memory still reply to reads.
    check: `return redis.call('SET', KEYS[1], 1, 'PX', 1000)`,
  };
}
