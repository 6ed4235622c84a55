import { expect, it } from "vitest";
import { counted } from "./format.ts";

it.each([
  [0, "0 users"],
  [1, "1 user"],
  [2, "2 users"],
  [1_000, "1,000 users"],
])("counts %d as %j", (count, text) => {
  expect(counted(count, ["user", "users"])).toBe(text);
});
