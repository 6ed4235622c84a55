import { createIamClient } from "@segment-iam/client";
import { Cluster, Redis } from "ioredis";
import { createClient, createClientPool, createCluster, createSentinel } from "redis";
import { expectTypeOf, it } from "vitest";
import { redisRateLimit, type RateLimitMode, type RedisClient, type RedisRateLimitOptions } from "./redis.ts";
import { retry } from "./retry.ts";

it("accepts clients, pools, clusters and sentinels of both libraries", () => {
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

it("rejects other objects, and requires a scope", () => {
  expectTypeOf<Map<string, string>>().not.toExtend<RedisClient>();
  expectTypeOf<{ client: RedisClient }>().not.toExtend<RedisRateLimitOptions>();
});

it("is an interceptor with a mode", () => {
  const limiter = redisRateLimit({
    client: createClient(),
    scope: "workspace",
    onModeChange: ({ mode, cause }) => {
      expectTypeOf(mode).toEqualTypeOf<"shared" | "local">();
      expectTypeOf(cause).toEqualTypeOf<unknown>();
    },
  });
  expectTypeOf(limiter.mode).toEqualTypeOf<RateLimitMode>();
  expectTypeOf(createIamClient).toBeCallableWith({ token: "t", interceptors: [retry(), limiter] });
});
