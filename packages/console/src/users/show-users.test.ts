import fc from "fast-check";
import { expect, it } from "vitest";
import { showUsers } from "./show-users.ts";

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
  name: "bob 10",
  email: "z@example.com",
  permissions: [{ roleId: "r2", roleName: "Source Admin", resources: [source] }],
};
const cy = { id: "cccccccccccccccccccccc", name: "Bob 9", email: "cy@example.com", permissions: [] };
const { permissions: _, ...dee } = { ...cy, id: "dddddddddddddddddddddd", name: "Dee", email: "a@example.com" };

const users = [ada, bob, cy, dee];

it.each([
  ["", users],
  ["q=", users],
  ["q=%20%20", users],
  ["q=love", [ada]],
  ["q=ADA@", [ada]],
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
  ["role=r1&resource=SOURCE", []],
  ["sort=name", [ada, cy, bob, dee]],
  ["sort=-name", [dee, bob, cy, ada]],
  ["sort=email", [dee, ada, cy, bob]],
  ["sort=roles", [bob, ada, cy, dee]],
  ["sort=-roles", [ada, bob, cy, dee]],
  ["sort=unknown", users],
  ["role=none&sort=email", [dee, cy]],
])("shows the users of %j", (params, expected) => {
  expect(showUsers(users, new URLSearchParams(params))).toEqual(expected);
});

it("shows only loaded users, each at most once, in any combination of parameters", () => {
  const params = fc.record(
    {
      q: fc.constantFrom("a", "bob", "example.com", "zzz"),
      role: fc.constantFrom("none", "r1", "r2"),
      resource: fc.constantFrom("SOURCE", "WORKSPACE"),
      sort: fc.constantFrom("name", "-email", "roles"),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(params, (values) => {
      const shown = showUsers(users, new URLSearchParams(values));
      expect(new Set(shown).size).toBe(shown.length);
      expect(users).toEqual(expect.arrayContaining([...shown]));
    }),
  );
});
