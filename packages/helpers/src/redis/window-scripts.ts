import { PROBE_LEASE_MS } from "./window-store.ts";

/** The time by which windows are kept: Redis' own, in epoch milliseconds. No other clock decides anything. */
const REDIS_TIME = "(function() local t = redis.call('TIME') return t[1] * 1000 + math.floor(t[2] / 1000) end)()";

/** How long what is known of a limit outlives its window, in milliseconds. */
const KEPT_MS = 3_600_000;

/** The Lua scripts that keep a window. Each is atomic and touches only the one key it is given. */
export interface WindowScripts {
  /**
   * Argument: the share of the limit that stays reserved.
   *
   * Replies with `{ "granted", remaining, endsInMs }`, `{ "full", waitMs }`, `{ "probing", waitMs }` or `{ "probe" }`.
   */
  readonly take: string;
  /** Arguments: remaining, limit, windowMs, endsInMs. */
  readonly window: string;
  /** Arguments: forMs. */
  readonly closed: string;
  readonly lost: string;
  readonly check: string;
}

/**
 * Writes the scripts, which Redis runs since version 5.
 *
 * A window is a hash: `ends` its end, `left` what may still be sent, `limit`, and `probe` until when a probe is waited for.
 */
export function windowScripts(time: string = REDIS_TIME): WindowScripts {
  const begin = `
local now = ${time}
local saved = redis.call('HMGET', KEYS[1], 'ends', 'left', 'limit', 'probe')
local ends, left = tonumber(saved[1]) or 0, tonumber(saved[2]) or 0
local limit, probe = tonumber(saved[3]) or 0, tonumber(saved[4]) or 0`;

  const save = `
redis.call('HSET', KEYS[1], 'ends', ends, 'left', left, 'limit', limit, 'probe', probe)
redis.call('PEXPIRE', KEYS[1], math.max(ends, probe, now) - now + ${KEPT_MS})`;

  const take = `${begin}
if now < ends then
  if left <= math.floor(limit * tonumber(ARGV[1])) then return { 'full', ends - now } end
  redis.call('HSET', KEYS[1], 'left', left - 1)
  return { 'granted', left - 1, ends - now }
end
if now < probe then return { 'probing', probe - now } end
probe = now + ${PROBE_LEASE_MS}
${save}
return { 'probe' }`;

  // Every end that is told is a bound, never too early, so that the earliest of one window is the best; but a 429 may have asked for
  // longer than that. What is told of a window may arrive when it is over and another has begun: it ends much earlier then.
  const window = `${begin}
local toldLeft, windowMs, toldEnds = tonumber(ARGV[1]), tonumber(ARGV[3]), now + tonumber(ARGV[4])
limit = tonumber(ARGV[2])
if now < ends then
  if toldEnds < ends - windowMs / 2 then return 0 end
  if left > 0 then ends = math.min(ends, toldEnds) end
  left = math.min(left, toldLeft)
else
  left = toldLeft
  ends = toldEnds
end
probe = 0
${save}
return 1`;

  const closed = `${begin}
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
    // It writes, since a Redis that has become a replica, or is full, still answers to reads.
    check: `return redis.call('SET', KEYS[1], 1, 'PX', 1000)`,
  };
}
