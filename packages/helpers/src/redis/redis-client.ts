/** A connected client of the npm package `redis`, version 5 or later: a single client, a pool, a cluster or a sentinel. */
export interface NodeRedisClient {
  readonly isReady?: boolean;
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
  evalSha(sha1: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
}

/** A client of the npm package `ioredis`, version 5 or later: a single client or a cluster. */
export interface IoRedisClient {
  readonly status: string;
  eval(script: string, numberOfKeys: number, ...keysAndArguments: string[]): Promise<unknown>;
  evalsha(sha1: string, numberOfKeys: number, ...keysAndArguments: string[]): Promise<unknown>;
}

/** Either client. The caller owns it: connect it before use, handle its `error` events, and close it afterwards. */
export type RedisClient = NodeRedisClient | IoRedisClient;

/** Runs a script on one key and returns its reply. */
export type RunScript = (script: string, key: string, args: readonly string[]) => Promise<unknown>;

/** States in which ioredis sends a command, now or once the first connection is established. */
const IOREDIS_READY = ["wait", "connecting", "connect", "ready"];

/**
 * Returns a function that runs scripts through either client.
 *
 * Sends the script's SHA-1 (EVALSHA). Sends the script itself if Redis replies NOSCRIPT, for example after a restart.
 * Rejects at once while the client is disconnected. Both clients would otherwise queue the command and send it after reconnecting,
 * long after the caller has timed out.
 */
export function createScriptRunner(client: RedisClient): RunScript {
  const hashes = new Map<string, Promise<string>>();

  return async (script, key, args) => {
    const run = commandsOf(client, key, args);
    const hash = hashes.get(script) ?? sha1(script);
    hashes.set(script, hash);
    try {
      return await run.evalSha(await hash);
    } catch (error) {
      if (error instanceof Error && error.message.startsWith("NOSCRIPT")) return run.eval(script);
      throw error;
    }
  };
}

/** The two commands of either client, bound to a key and its arguments. */
interface ScriptCommands {
  eval(script: string): Promise<unknown>;
  evalSha(hash: string): Promise<unknown>;
}

function commandsOf(client: RedisClient, key: string, args: readonly string[]): ScriptCommands {
  if ("status" in client) {
    if (!IOREDIS_READY.includes(client.status)) throw new Error(`The Redis client is not connected: ${client.status}`);
    return {
      eval: (script) => client.eval(script, 1, key, ...args),
      evalSha: (hash) => client.evalsha(hash, 1, key, ...args),
    };
  }
  if (client.isReady === false) throw new Error("The Redis client is not connected");
  const options = { keys: [key], arguments: [...args] };
  return {
    eval: (script) => client.eval(script, options),
    evalSha: (hash) => client.evalSha(hash, options),
  };
}

async function sha1(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-1", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
