import { expect, it } from "vitest";
import { createMockWorkspace } from "./create-mock-workspace.ts";

const countMessage = (name: string, got: string) => `${name} must be the items or how many to generate, got ${got}`;
const latencyMessage = (got: string) => `latencyMs must be a number of at least 0, a range or a function, got ${got}`;

it.each<[object, string]>([
  [{ users: -1 }, countMessage("users", "-1")],
  [{ users: 1.5 }, countMessage("users", "1.5")],
  [{ users: Number.NaN }, countMessage("users", "NaN")],
  [{ users: "20" }, countMessage("users", '"20"')],
  [{ invites: null }, countMessage("invites", "null")],
  [{ groups: {} }, countMessage("groups", "{}")],
  [{ latencyMs: "fast" }, latencyMessage('"fast"')],
  [{ latencyMs: -1 }, latencyMessage("-1")],
  [{ latencyMs: Infinity }, latencyMessage("Infinity")],
  [{ latencyMs: [50] }, latencyMessage("[50]")],
  [{ latencyMs: [50, "200"] }, latencyMessage('[50,"200"]')],
])("rejects %o", (options, message) => {
  const create = () => Reflect.apply(createMockWorkspace, undefined, [options]);
  expect(create).toThrow(expect.objectContaining({ name: "ConfigError", message }));
});

it.each([{ users: 0 }, { users: [] }, { latencyMs: 0 }, { latencyMs: [0, 5] as const }, { latencyMs: () => 5 }])(
  "accepts %o",
  (options) => expect(() => createMockWorkspace(options)).not.toThrow(),
);
