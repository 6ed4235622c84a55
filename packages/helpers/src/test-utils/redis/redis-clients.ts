import type { IoRedisClient, NodeRedisClient } from "../../redis/redis-client.ts";

/** A connected client, and a function that closes it. */
interface ConnectedClient<Client> {
  readonly client: Client;
  readonly close: () => void;
}

/** The address of a Redis server. */
export type RedisAddress = { readonly path: string } | { readonly port: number };

const RECONNECT_MS = 50;

/** Connects a client of each library, with a short reconnect delay. Each library is loaded on first use. */
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

/** The name of a supported client library. */
export type RedisLibrary = keyof typeof connectors;
