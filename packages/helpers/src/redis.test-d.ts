import { createIamClient } from "@segment-iam/client";
import { Cluster, Redis } from "ioredis";
import { createClient, createClientPool, createCluster, createSentinel } from "redis";
import { expectTypeOf, it } from "vitest";
import { redisRateLimit, type Mode, type RedisClient, type RedisRateLimitOptions } from "./redis.ts";
import { retry } from "./retry.ts";

it("takes a client of either library, alone or in a group", () => {
  const clients = [
    createClient({ url: "redis://localhost" }),
    createClient({ RESP: 3 }),
    createClientPool(),
    createCluster({ rootNodes: [] }),
    createSentinel({ name: "main", sentinelRootNodes: [] }),
    new Redis({ lazyConnect: true }),
    new Cluster([], { lazyConnect: true }),
  ] as const;
  for (const client of clients) expectTypeOf(redisRateLimit).toBeCallableWith({ client, scope: "workspace" });
});

it("takes nothing that runs no scripts, and has to be told whose limits are shared", () => {
  expectTypeOf<Map<string, string>>().not.toExtend<RedisClient>();
  expectTypeOf<{ client: RedisClient }>().not.toExtend<RedisRateLimitOptions>();
});

it("fits where interceptors go, and can be asked how things stand", () => {
  const limiter = redisRateLimit({
    client: createClient(),
    scope: "workspace",
    onModeChange: ({ mode, cause }) => {
      expectTypeOf(mode).toEqualTypeOf<"shared" | "local">();
      expectTypeOf(cause).toEqualTypeOf<unknown>();
    },
  });
  expectTypeOf(limiter.mode).toEqualTypeOf<Mode>();
  expectTypeOf(createIamClient).toBeCallableWith({ token: "t", interceptors: [retry(), limiter] });
});
