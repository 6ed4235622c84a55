import { createIamClient } from "@segment-iam/client";
import { expect, it } from "vitest";
import { retainStore, sharedStore } from "./bulk-store.ts";

const client = createIamClient({ token: "test" });

it("deletes an unused shared store on release, and restores it when it is retained again", () => {
  const store = sharedStore(client, "a");
  expect(sharedStore(client, "a")).toBe(store);
  const release = retainStore(client, "a", store);
  release();
  expect(sharedStore(client, "b")).not.toBe(store);
  expect(sharedStore(client, "a")).not.toBe(store);
  retainStore(client, "a", store);
  expect(sharedStore(client, "a")).toBe(store);
});

it("keeps a released shared store while it has listeners", () => {
  const store = sharedStore(client, "observed");
  const release = retainStore(client, "observed", store);
  const unsubscribe = store.subscribe(() => {});
  release();
  expect(sharedStore(client, "observed")).toBe(store);
  unsubscribe();
});
