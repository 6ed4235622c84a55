import { createIamClient, listUsers } from "@segment-iam/client";
import { redisRateLimit, type RedisClient } from "@segment-iam/helpers/redis";
import { VirtualClock } from "@segment-iam/test-utils/virtual-clock";
import { configError, type ErrorCase } from "./error-case.ts";

const never = () => new Promise<unknown>(() => {});
const nodeRedis = (isReady: boolean): RedisClient => ({ isReady, eval: never, evalSha: never });
const ioRedis = (status: string): RedisClient => ({ status, eval: never, evalsha: never });
const respond = async () => Response.json({ data: { users: [] } });

/** Makes a call through a limiter, and resolves to the failure of Redis that the limiter reports. */
async function failureOf(client: RedisClient): Promise<unknown> {
  const clock = new VirtualClock();
  const causes: unknown[] = [];
  const onModeChange = ({ cause }: { cause: unknown }) => void causes.push(cause);
  const limiter = redisRateLimit({ client, scope: "acme", clock, onModeChange });
  await clock.run(listUsers(createIamClient({ token: "sgp_token", interceptors: [limiter], fetch: respond })));
  return causes[0];
}

/** The messages of `@segment-iam/helpers/redis`. Failures of Redis are passed to `onModeChange`. */
export const redisErrors: readonly ErrorCase[] = [
  [
    "a missing client",
    () => redisRateLimit({ client: undefined as unknown as RedisClient, scope: "acme" }),
    configError("client must be a connected client of redis or ioredis"),
  ],
  [
    "an empty scope",
    () => redisRateLimit({ client: nodeRedis(true), scope: "" }),
    configError("scope must be a non-empty string, such as the workspace's id"),
  ],
  [
    "a token as scope",
    () => redisRateLimit({ client: nodeRedis(true), scope: "sgp_token" }),
    configError("scope must not be the token, because the scope becomes part of the keys in Redis"),
  ],
  [
    "a timeoutMs below zero",
    () => redisRateLimit({ client: nodeRedis(true), scope: "acme", timeoutMs: -1 }),
    configError("timeoutMs must be a number of at least 0, got -1"),
  ],
  [
    "a disconnected client of redis",
    () => failureOf(nodeRedis(false)),
    { name: "Error", message: "The Redis client is not connected" },
  ],
  [
    "a disconnected client of ioredis",
    () => failureOf(ioRedis("reconnecting")),
    { name: "Error", message: "The Redis client is not connected: reconnecting" },
  ],
  [
    "a command without a reply",
    () => failureOf(nodeRedis(true)),
    { name: "Error", message: "Redis did not reply within 500 ms" },
  ],
];
