import { createIamClient } from "@segment-iam/client";
import { expect, it } from "vitest";
import { keepStore, sharedStore } from "./shared-store.ts";

const client = createIamClient({ token: "test" });

it("forgets a store that nobody uses, and finds one again that was kept anew", () => {
  const store = sharedStore(client, "a");
  expect(sharedStore(client, "a")).toBe(store);
  const release = keepStore(client, "a", store);
  release();
  expect(sharedStore(client, "b")).not.toBe(store);
  expect(sharedStore(client, "a")).not.toBe(store);
  keepStore(client, "a", store);
  expect(sharedStore(client, "a")).toBe(store);
});

it("keeps one that somebody watches", () => {
  const store = sharedStore(client, "watched");
  const release = keepStore(client, "watched", store);
  const stop = store.subscribe(() => {});
  release();
  expect(sharedStore(client, "watched")).toBe(store);
  stop();
});
