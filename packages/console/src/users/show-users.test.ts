import fc from "fast-check";
import { expect, it } from "vitest";
import { createShowUsers, showUsers } from "./show-users.ts";

const source = { id: "qQEHquLrjRDN9j1ByrChyn", type: "SOURCE" as const };
const workspace = { id: "9aQ1Lj62S4bomZKLF4DPqW", type: "WORKSPACE" as const };

const ada = {
  id: "sgJDWk3K21k6LE3tLU9nRK",
  name: "Ada Lovelace",
  email: "ada@example.com",
  permissions: [{ roleId: "r1", roleName: "Workspace Owner", resources: [workspace] }],
};
const bob = {
  id: "bbbbbbbbbbbbbbbbbbbbbb",
  name: "Édith",
  email: "z@example.com",
  permissions: [{ roleId: "r2", roleName: "Source Admin", resources: [source] }],
};
const cy = { id: "cccccccccccccccccccccc", name: "edward", email: "cy@example.com", permissions: [] };
const { permissions: _, ...dee } = { ...cy, id: "dddddddddddddddddddddd", name: "Zoe", email: "a@example.com" };

const users = [ada, bob, cy, dee];

it.each([
  ["", users],
  ["q=", users],
  ["q=%20%20", users],
  ["q=love", [ada]],
  ["q=ADA@", [ada]],
  ["q=edith", [bob]],
  ["q=owner", [ada]],
  ["q=ada+owner", [ada]],
  ["q=ada+source", []],
  ["q=sgJDWk", [ada]],
  ["q=sgJ", []],
  ["q=qQEHquLrjRDN9j1ByrChyn", [bob]],
  ["role=r1", [ada]],
  ["role=none", [cy, dee]],
  ["role=unknown", []],
  ["resource=SOURCE", [bob]],
  [`ids=${bob.id},${ada.id},unknown`, [ada, bob]],
  ["role=r1&resource=SOURCE", []],
  ["sort=name", [ada, bob, cy, dee]],
  ["sort=-name", [dee, cy, bob, ada]],
  ["sort=email", [dee, ada, cy, bob]],
  ["sort=roles", [bob, ada, dee, cy]],
  ["sort=-roles", [ada, bob, dee, cy]],
  ["sort=unknown", users],
  ["role=none&sort=email", [dee, cy]],
])("shows the users of %j", (params, expected) => {
  expect(showUsers(users, new URLSearchParams(params))).toEqual(expected);
});

const paramValues = fc.record(
  {
    q: fc.constantFrom("a", "bob", "example.com", "nobody"),
    role: fc.constantFrom("none", "r1", "r2"),
    resource: fc.constantFrom("SOURCE", "WORKSPACE"),
    sort: fc.constantFrom("name", "-name", "email", "-email", "roles", "-roles"),
  },
  { requiredKeys: [] },
);

it("shows the same users in the same order, for any earlier calls", () => {
  const steps = fc.array(fc.tuple(fc.subarray(users), paramValues), { minLength: 1 });
  fc.assert(
    fc.property(steps, (sequence) => {
      const show = createShowUsers();
      for (const [loaded, values] of sequence) {
        const params = new URLSearchParams(values);
        expect(show(loaded, params)).toEqual(showUsers(loaded, params));
      }
    }),
  );
});
