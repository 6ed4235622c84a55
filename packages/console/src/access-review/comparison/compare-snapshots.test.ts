import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSnapshot, type AccessEntry, type Snapshot } from "../snapshot/snapshot.ts";
import { anySnapshot, roleOn, snapshotOf, source } from "../test-utils/snapshots.ts";
import { compareSnapshots, type AccessChange } from "./compare-snapshots.ts";

const kindsOf = (before: Snapshot, after: Snapshot) =>
  compareSnapshots(before, after).map(({ kind, userId, email }) => [kind, userId ?? email]);

it.each([
  ["a new user", {}, { a: [roleOn("r")] }, [["new", "a"]]],
  ["a user who is gone", { a: [roleOn("r")] }, {}, [["gone", "a"]]],
  ["a gained role", { a: [] }, { a: [roleOn("r", "s")] }, [["gained", "a"]]],
  ["a lost role", { a: [roleOn("r", "s")] }, { a: [] }, [["lost", "a"]]],
  ["a role on another resource", { a: [roleOn("r", "s")] }, { a: [roleOn("r", "t")] }, [["changed", "a"]]],
  ["access that the API no longer returns", { a: [roleOn("r")] }, { a: undefined }, [["lost", "a"]]],
  ["access that was unknown", { a: undefined }, { a: [roleOn("r")] }, [["gained", "a"]]],
  ["no change if access is unknown or empty", { a: undefined }, { a: [] }, []],
  ["the same access in another order", { a: [roleOn("r"), roleOn("q")] }, { a: [roleOn("q"), roleOn("r")] }, []],
])("reports %s", (_, before, after, changes) => {
  expect(kindsOf(snapshotOf(before), snapshotOf(after))).toEqual(changes);
});

it("reports gained and lost access, groups and invites", () => {
  const user = { id: "a", name: "Ada", email: "a@x" };
  const before = createSnapshot(
    source,
    [{ ...user, access: [roleOn("r", "s"), roleOn("q")], groups: [{ id: "g1", name: "G1" }] }],
    ["old@x"],
  );
  const after = createSnapshot(
    source,
    [{ ...user, email: "b@x", access: [roleOn("q"), roleOn("r", "t")], groups: [{ id: "g2", name: "G2" }] }],
    ["new@x"],
  );
  expect(compareSnapshots(before, after)).toMatchObject([
    {
      kind: "changed",
      emailBefore: "a@x",
      gained: [roleOn("r", "t")],
      lost: [roleOn("r", "s")],
      joined: [{ id: "g2" }],
      left: [{ id: "g1" }],
    },
    { kind: "invited", email: "new@x" },
    { kind: "inviteGone", email: "old@x" },
  ]);
});

const named = (name: string) =>
  createSnapshot(
    source,
    [{ id: "a", name, email: "a@x", access: [{ roleId: "r", roleName: name }], groups: [{ id: "g", name }] }],
    [],
  );

it("ignores new names of users, roles and groups", () => {
  expect(compareSnapshots(named("one"), named("two"))).toEqual([]);
});

const labelled = (value: string) =>
  snapshotOf({ a: [{ ...roleOn("r", "s"), labels: [{ key: "environment", value }] }] });

it("reports changed labels as lost and gained", () => {
  expect(kindsOf(labelled("dev"), labelled("production"))).toEqual([["changed", "a"]]);
});

it("does not compare groups if one snapshot has none", () => {
  const user = { id: "a", name: "", email: "", access: [], groups: [{ id: "g", name: "G" }] };
  const without = createSnapshot({ ...source, hasGroups: false }, [user], []);
  const withGroups = createSnapshot(source, [user], []);
  expect(compareSnapshots(without, withGroups)).toEqual([]);
  expect(compareSnapshots(withGroups, without)).toEqual([]);
});

const size = (changes: readonly AccessChange[], field: "gained" | "lost") =>
  changes.reduce((total, change) => total + change[field].length, 0);

describe("any two snapshots", () => {
  it("has no changes between a snapshot and itself", () => {
    fc.assert(
      fc.property(anySnapshot, (a) => {
        expect(compareSnapshots(a, structuredClone(a))).toEqual([]);
      }),
    );
  });

  it("turns the earlier into the later snapshot when the changes are applied", () => {
    fc.assert(
      fc.property(anySnapshot, anySnapshot, (a, b) => {
        expect(apply(accessIn(a), compareSnapshots(a, b))).toEqual(accessIn(b));
      }),
    );
  });

  it("reports the opposite when the snapshots are swapped", () => {
    fc.assert(
      fc.property(anySnapshot, anySnapshot, (a, b) => {
        const [forth, back] = [compareSnapshots(a, b), compareSnapshots(b, a)];
        expect([back.length, size(back, "gained"), size(back, "lost")]).toEqual([
          forth.length,
          size(forth, "lost"),
          size(forth, "gained"),
        ]);
      }),
    );
  });
});

const manyUsers = (offset: number) =>
  Array.from({ length: 100_000 }, (_, index) => [`u${index}`, [roleOn("r", `s${index % (97 + offset)}`), roleOn("q")]]);

it("compares 100,000 users in less than a second", { timeout: 60_000 }, () => {
  const [before, after] = [snapshotOf(Object.fromEntries(manyUsers(0))), snapshotOf(Object.fromEntries(manyUsers(1)))];
  // CPU time, because other processes can delay this one.
  const start = process.cpuUsage();
  expect(compareSnapshots(before, after).length).toBeGreaterThan(90_000);
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1_000).toBeLessThan(1_000);
});

/** Who has which access, without names. */
interface AccessIn {
  readonly users: Map<string, { email: string; access: Set<string>; groups: Set<string> }>;
  readonly invites: Set<string>;
}

function accessKey({ roleId, resourceType, resourceId, labels, resourceLabels }: AccessEntry): string {
  return JSON.stringify([roleId, resourceType, resourceId, labels, resourceLabels]);
}

function accessIn({ users, invites }: Snapshot): AccessIn {
  const entries = users.map(({ id, email, access = [], groups = [] }) => {
    return [
      id,
      { email, access: new Set(access.map(accessKey)), groups: new Set(groups.map((group) => group.id)) },
    ] as const;
  });
  return { users: new Map(entries), invites: new Set(invites) };
}

function apply({ users, invites }: AccessIn, changes: readonly AccessChange[]): AccessIn {
  for (const { kind, userId, email, gained, lost, joined, left } of changes) {
    if (kind === "invited") invites.add(email);
    else if (kind === "inviteGone") invites.delete(email);
    else if (kind === "gone") users.delete(userId ?? "");
    else {
      const user = users.get(userId ?? "") ?? { email, access: new Set(), groups: new Set() };
      users.set(userId ?? "", {
        email,
        access: user.access.difference(new Set(lost.map(accessKey))).union(new Set(gained.map(accessKey))),
        groups: user.groups.difference(new Set(left.map(({ id }) => id))).union(new Set(joined.map(({ id }) => id))),
      });
    }
  }
  return { users, invites };
}
