import { describe, expect, it, onTestFinished, vi } from "vitest";
import { connectors, type RedisLibrary } from "../test-utils/redis/redis-clients.ts";
import { startRedis } from "../test-utils/redis/redis-server.ts";
import { createScriptRunner, type IoRedisClient, type NodeRedisClient } from "./redis-client.ts";

const NOT_CONNECTED = "The Redis client is not connected";

const run = () => vi.fn<() => Promise<unknown>>().mockResolvedValue(1);

describe.each<RedisLibrary>(["redis", "ioredis"])("createScriptRunner with a client of %s", (library) => {
  it("sends the full script only when Redis replies NOSCRIPT", async () => {
    const redis = await startRedis({ onTestFinished });
    const { client, close } = await connectors[library]({ path: redis.path });
    onTestFinished(close);
    const runScript = createScriptRunner(client);
    const evaluations = vi.spyOn(client, "eval");
    const script = "return { KEYS[1], ARGV[1], ARGV[2] }";
    const replies = [];
    for (const argument of ["first", "second"]) replies.push(await runScript(script, "key", [argument, "b"]));
    await redis.command("SCRIPT FLUSH");
    replies.push(await runScript(script, "key", ["third", "b"]));
    expect(replies).toEqual(["first", "second", "third"].map((argument) => ["key", argument, "b"]));
    expect(evaluations).toHaveBeenCalledTimes(2);
  });

  it("rejects with the error of a script without sending it again", async () => {
    const redis = await startRedis({ onTestFinished });
    const { client, close } = await connectors[library]({ path: redis.path });
    onTestFinished(close);
    const runScript = createScriptRunner(client);
    const script = "return redis.call('INCR', KEYS[1]) and redis.error_reply('WRONG number')";
    await expect(runScript(script, "key", [])).rejects.toThrow("WRONG number");
    await expect(runScript(script, "key", [])).rejects.toThrow("WRONG number");
    expect(await runScript("return redis.call('GET', KEYS[1])", "key", [])).toBe("2");
  });
});

describe("createScriptRunner with any connection state", () => {
  it("rejects without sending when a client of redis is not ready", async () => {
    const client: NodeRedisClient = { isReady: false, eval: run(), evalSha: run() };
    await expect(createScriptRunner(client)("return 1", "key", [])).rejects.toThrow(NOT_CONNECTED);
    expect(client.evalSha).not.toHaveBeenCalled();
  });

  it("sends when a client of redis has no isReady, such as a cluster", async () => {
    expect(await createScriptRunner({ eval: run(), evalSha: run() })("return 1", "key", [])).toBe(1);
  });

  it.each(["wait", "connecting", "connect", "ready"])(
    "sends when a client of ioredis has the status %j",
    async (status) => {
      const client: IoRedisClient = { status, eval: run(), evalsha: run() };
      expect(await createScriptRunner(client)("return 1", "key", [])).toBe(1);
    },
  );

  it.each(["reconnecting", "disconnecting", "close", "end"])(
    "rejects without sending when a client of ioredis has the status %j",
    async (status) => {
      const client: IoRedisClient = { status, eval: run(), evalsha: run() };
      await expect(createScriptRunner(client)("return 1", "key", [])).rejects.toThrow(`${NOT_CONNECTED}: ${status}`);
      expect(client.evalsha).not.toHaveBeenCalled();
    },
  );
});
