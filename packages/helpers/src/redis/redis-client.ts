/** A connected client of the npm package `redis`, version 5 or later: a single one, a pool, a cluster or a sentinel. */
export interface NodeRedisClient {
  readonly isReady?: boolean;
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
}

/** A client of the npm package `ioredis`, version 5 or later: a single one or a cluster. */
export interface IoRedisClient {
  readonly status: string;
  eval(script: string, numberOfKeys: number, ...keysAndArguments: string[]): Promise<unknown>;
}

/** Either of the two clients in use. It stays the caller's: connect it before, handle its `error` events, close it after. */
export type RedisClient = NodeRedisClient | IoRedisClient;

/** Runs a script on one key. */
export type Evaluate = (script: string, key: string, args: readonly string[]) => Promise<unknown>;

/** States of ioredis in which a command is sent, or will be as soon as the first connection stands. */
const IOREDIS_READY = ["wait", "connecting", "connect", "ready"];

/**
 * Makes the two clients alike.
 *
 * A client that is not connected is not asked: both would keep the command and send it whenever they are connected again, long after
 * anybody waits for it. The script goes along each time, so that Redis may forget it.
 */
export function evaluateWith(client: RedisClient): Evaluate {
  if ("status" in client) {
    return async (script, key, args) => {
      if (!IOREDIS_READY.includes(client.status))
        throw new Error(`The Redis client is not connected: ${client.status}`);
      return client.eval(script, 1, key, ...args);
    };
  }
  return async (script, key, args) => {
    if (client.isReady === false) throw new Error("The Redis client is not connected");
    return client.eval(script, { keys: [key], arguments: [...args] });
  };
}
