import { expect, it } from "vitest";
import { InputError } from "../errors/input-error.ts";
import { placeInput } from "./place-input.ts";

const change = { id: "change", method: "PUT", path: "/a/{one}/b/{two}", query: ["tags"], body: true } as const;
const read = { id: "read", method: "GET", path: "/a/{one}", query: ["page"] };
const touch = { id: "touch", method: "PUT", path: "/a", header: ["X-Reason", "X-Count"] };
const replace = { id: "replace", method: "PUT", path: "/a/{one}", body: "body" } as const;

it.each([
  [
    "each member to its place",
    change,
    { one: "1", two: "2", tags: ["x"], name: "n", list: [] },
    { path: { one: "1", two: "2" }, query: { tags: ["x"] }, header: {}, body: { name: "n", list: [] } },
  ],
  [
    "members left undefined",
    read,
    { one: "1", page: undefined },
    { path: { one: "1" }, query: {}, header: {}, body: undefined },
  ],
  [
    "headers",
    touch,
    { "X-Reason": undefined, "X-Count": 3 },
    { path: {}, query: {}, header: { "X-Count": 3 }, body: undefined },
  ],
  [
    "a body that is not an object",
    replace,
    { one: "1", body: [1] },
    { path: { one: "1" }, query: {}, header: {}, body: [1] },
  ],
])("sorts %s", (_, operation, input, split) => {
  expect(placeInput(operation, input)).toEqual(split);
});

it.each([
  [
    "an empty list in the query",
    change,
    { one: "1", two: "2", tags: [] },
    "change was not sent: tags is an empty list",
  ],
  ["a body where there is none", read, { one: "1", body: 1 }, "read was not sent: body is not one of its inputs"],
  ["a member the operation lacks", read, { one: "1", pge: 1 }, "read was not sent: pge is not one of its inputs"],
])("refuses %s", (_, operation, input, message) => {
  expect(() => placeInput(operation, input)).toThrow(InputError);
  expect(() => placeInput(operation, input)).toThrow(message);
});
