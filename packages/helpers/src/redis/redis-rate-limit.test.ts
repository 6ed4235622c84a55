import { createIamClient, listUsers } from "@segment-iam/client";
import { serve } from "@segment-iam/test-utils/serve";
import { expect, it, onTestFinished } from "vitest";
import { retry } from "../retry/retry.ts";
import { createContext } from "../test-utils/request-context.ts";
import { connectors } from "../test-utils/redis/redis-clients.ts";
import { startRedis } from "../test-utils/redis/redis-server.ts";
import { redisRateLimit } from "./redis-rate-limit.ts";

const unused = () => Promise.reject(new Error("unused"));
const unusedClient = { eval: unused, evalSha: unused };

it.each(["", "sgp_secret"])("throws for the scope %j without the scope in the message", (scope) => {
  const create = () => redisRateLimit({ client: unusedClient, scope });
  expect(create).toThrow(expect.objectContaining({ name: "ConfigError" }));
  expect(create).not.toThrow("secret");
});

it.each([
  [{ client: unusedClient }, "scope must be a non-empty string"],
  [{ client: unusedClient, scope: 7 }, "scope must be a non-empty string"],
  [{ scope: "one" }, "client must be a connected client"],
  [{ client: unusedClient, scope: "one", timeoutMs: NaN }, "timeoutMs must be a number of at least 0, got NaN"],
  [{ client: { url: "redis://localhost" }, scope: "one" }, "client must be a connected client"],
])("throws for the options %o", (options, message) => {
  const create = () => Reflect.apply(redisRateLimit, undefined, [options]);
  expect(create).toThrow(expect.objectContaining({ name: "ConfigError", message: expect.stringContaining(message) }));
});

it("forwards its options to the queue", async () => {
  const limited = redisRateLimit({ client: unusedClient, scope: "one", maxQueueSize: 0 })(() =>
    Promise.reject(new Error("sent")),
  );
  await expect(limited(createContext(listUsers))).rejects.toMatchObject({ name: "QueueFullError", queued: 0 });
});

it("keeps one window for each prefix, scope and operation", async () => {
  const redis = await startRedis({ onTestFinished });
  const { client, close } = await connectors.redis({ path: redis.path });
  onTestFinished(close);
  await using server = await serve((_, response) =>
    response.end('{"data":{"users":[],"pagination":{"current":"MA=="}}}'),
  );
  for (const options of [{ scope: "one" }, { scope: "other" }, { scope: "one", keyPrefix: "mine" }]) {
    const iam = createIamClient({
      token: "sgp_secret",
      baseUrl: server.url,
      interceptors: [retry(), redisRateLimit({ client, ...options })],
    });
    await listUsers(iam);
  }
  const keys = await client.eval("return redis.call('KEYS', '*')", { keys: [], arguments: [] });
  expect((keys as string[]).toSorted()).toEqual([
    "mine:one:GET /users",
    "segment-iam:one:GET /users",
    "segment-iam:other:GET /users",
  ]);
});
