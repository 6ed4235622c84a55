import type { IamClient } from "@segment-iam/client";
import { BulkStore } from "./bulk-store.ts";

const storesOf = new WeakMap<IamClient, Map<string, BulkStore<never>>>();

/** The store of a client by its key: the same for every component that asks while there is something in it, or anybody watches. */
export function sharedStore<Item>(client: IamClient, key: string): BulkStore<Item> {
  // What a key holds was put there by the operation the key begins with.
  const store = (storesFor(client).get(key) as BulkStore<Item> | undefined) ?? new BulkStore<Item>();
  storesFor(client).set(key, store as BulkStore<never>);
  return store;
}

/** Keeps a store for as long as this is not ended by the function it answers with, and after that while there is something in it. */
export function keepStore<Item>(client: IamClient, key: string, store: BulkStore<Item>): () => void {
  const stores = storesFor(client);
  stores.set(key, store as BulkStore<never>);
  return () => {
    if (store.isUnwatched && store.state().status === "idle") stores.delete(key);
  };
}

function storesFor(client: IamClient): Map<string, BulkStore<never>> {
  const stores = storesOf.get(client) ?? new Map<string, BulkStore<never>>();
  storesOf.set(client, stores);
  return stores;
}
