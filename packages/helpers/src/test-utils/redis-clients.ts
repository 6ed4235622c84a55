import type { IoRedisClient, NodeRedisClient } from "../redis/redis-client.ts";

/** A client, and how to be rid of it. */
interface ConnectedClient<Client> {
  readonly client: Client;
  readonly close: () => void;
}

/** Where a Redis is. */
export type RedisAddress = { readonly path: string } | { readonly port: number };

const RECONNECT_MS = 50;

/** Connects a client of each library, as its users do; only that it tries more often to connect again. A process loads what it uses. */
export const connectors = {
  async redis(address: RedisAddress): Promise<ConnectedClient<NodeRedisClient>> {
    const { createClient } = await import("redis");
    const client = createClient({ socket: { ...address, reconnectStrategy: RECONNECT_MS } });
    await client.on("error", () => {}).connect();
    return { client, close: () => client.destroy() };
  },
  async ioredis(address: RedisAddress): Promise<ConnectedClient<IoRedisClient>> {
    const { Redis } = await import("ioredis");
    const client = new Redis({ ...address, retryStrategy: () => RECONNECT_MS, lazyConnect: true });
    await client.on("error", () => {}).connect();
    return { client, close: () => client.disconnect() };
  },
};

/** The libraries there are clients of. */
export type RedisLibrary = keyof typeof connectors;
