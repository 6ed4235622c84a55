import { describe, expect, it, vi } from "vitest";
import { evaluateWith, type IoRedisClient, type NodeRedisClient } from "./redis-client.ts";

const nodeRedis = (isReady?: boolean) => ({
  eval: vi.fn<NodeRedisClient["eval"]>().mockResolvedValue(1),
  ...(isReady !== undefined && { isReady }),
});
const ioRedis = (status: string) => ({ status, eval: vi.fn<IoRedisClient["eval"]>().mockResolvedValue(1) });

describe("a client of redis", () => {
  it.each([true, undefined])("runs a script when it is ready or does not say so: %s", async (isReady) => {
    const client = nodeRedis(isReady);
    expect(await evaluateWith(client)("return 1", "key", ["a", "b"])).toBe(1);
    expect(client.eval).toHaveBeenCalledWith("return 1", { keys: ["key"], arguments: ["a", "b"] });
  });

  it("is not asked while it is not connected, since it would keep the command for later", async () => {
    const client = nodeRedis(false);
    await expect(evaluateWith(client)("return 1", "key", [])).rejects.toThrow("not connected");
    expect(client.eval).not.toHaveBeenCalled();
  });
});

describe("a client of ioredis", () => {
  it.each(["wait", "connecting", "connect", "ready"])("runs a script when it is in the state %j", async (status) => {
    const client = ioRedis(status);
    expect(await evaluateWith(client)("return 1", "key", ["a", "b"])).toBe(1);
    expect(client.eval).toHaveBeenCalledWith("return 1", 1, "key", "a", "b");
  });

  it.each(["reconnecting", "disconnecting", "close", "end"])("is not asked in the state %j", async (status) => {
    const client = ioRedis(status);
    await expect(evaluateWith(client)("return 1", "key", [])).rejects.toThrow(`not connected: ${status}`);
    expect(client.eval).not.toHaveBeenCalled();
  });
});
