import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCsv } from "../../files/parse-csv.ts";
import { guessColumns, hasOneAddress } from "./guess-columns.ts";
import { planInvites } from "./plan-invites.ts";

const roles = new Map([
  ["r1", "Source Admin"],
  ["r2", "Reader"],
  ["r3", "reader"],
]);
const UNKNOWN_ID = "2XEUuRLxv84rrfCNUwvkrRtkxnT";

function plan(lines: readonly string[], chosenRoles: ReadonlyMap<string, string> = new Map()) {
  const file = parseCsv(lines.join("\n"), (cells) => cells.some(hasOneAddress));
  const { hasHeader, mapping } = guessColumns(file.rows);
  return planInvites({ ...file, rows: file.rows.slice(hasHeader ? 1 : 0) }, { mapping, roles, chosenRoles });
}

const header = "email,role,resource_type,resource_id";
const source = (id: string) => ({ id, type: "SOURCE" as const });

describe("roles", () => {
  it.each(["r1", "Source Admin", "source admin", "SOURCE-ADMIN"])("resolves %j to its ID", (role) => {
    expect(plan([header, `a@x.y,${role}`]).invites).toMatchObject([{ invite: { permissions: [{ roleId: "r1" }] } }]);
  });

  it("accepts an unknown text that looks like an ID", () => {
    expect(plan([header, `a@x.y,${UNKNOWN_ID}`]).invites).toMatchObject([
      { invite: { permissions: [{ roleId: UNKNOWN_ID }] } },
    ]);
  });

  it.each([
    ["Owner", "unknown role “Owner”"],
    ["READER", "several roles are named “READER”"],
  ])("skips rows with the role %j and counts them", (role, reason) => {
    const { invites, skippedRows, rolesToChoose } = plan([header, `a@x.y,${role}`, "b@x.y,r1", `c@x.y,${role}`]);
    expect(invites.map(({ invite }) => invite.email)).toEqual(["b@x.y"]);
    expect(skippedRows).toMatchObject([
      { line: 2, reason },
      { line: 4, reason },
    ]);
    expect([...rolesToChoose]).toEqual([[role, 2]]);
  });

  it("uses the role that the user chose", () => {
    const { invites, rolesToChoose } = plan([header, "a@x.y,Owner"], new Map([["Owner", "r2"]]));
    expect(invites).toMatchObject([{ invite: { permissions: [{ roleId: "r2" }] } }]);
    expect([...rolesToChoose]).toEqual([["Owner", 1]]);
  });
});

describe("rows of one person", () => {
  it("become one invite with all permissions", () => {
    const lines = [
      header,
      "Ada@x.y,r1,SOURCE,s1",
      "b@x.y",
      "ada@X.Y,r1,source,s2",
      "ada@x.y,r2",
      "ada@x.y,Source Admin,SOURCE,s1",
      "ada@x.y",
    ];
    expect(plan(lines).invites).toEqual([
      {
        invite: {
          email: "Ada@x.y",
          permissions: [{ roleId: "r1", resources: [source("s1"), source("s2")] }, { roleId: "r2" }],
        },
        lines: [2, 4, 5, 6, 7],
      },
      { invite: { email: "b@x.y" }, lines: [3] },
    ]);
  });

  it("are all skipped if one has a problem", () => {
    const { invites, skippedRows } = plan([header, "a@x.y,r1", "a@x.y,Owner", "b@x.y"]);
    expect(invites.map(({ invite }) => invite.email)).toEqual(["b@x.y"]);
    expect(skippedRows).toMatchObject([
      { line: 2, reason: "same person as line 3" },
      { line: 3, reason: "unknown role “Owner”" },
    ]);
  });

  it("are skipped if they give a role with and without a resource", () => {
    const { skippedRows } = plan([header, "a@x.y,r1", "a@x.y,r1,SOURCE,s1"]);
    expect(skippedRows[1]?.reason).toBe("same role as line 2, but only one of the two rows has a resource");
  });
});

it.each([
  ["ada", "invalid email address"],
  ["a@b", "invalid email address"],
  [",r1", "no email address"],
  ["a@x.y b@x.y", "more than one email address"],
  ["a@x.y,,SOURCE,s1", "resource without a role"],
  ["a@x.y,r1,SOURCE", "resource without a type or ID"],
  ["a@x.y,r1,,s1", "resource without a type or ID"],
  ["a@x.y,r1,Planet,p1", "unknown resource type “Planet”"],
  ['"a@x.y,r1', "stray quote"],
])("skips the row %j and reports its line", (row, reason) => {
  const { invites, skippedRows } = plan([header, "one@example.com", "", row, "two@example.com"]);
  expect(invites.map(({ lines }) => lines)).toEqual([[2], [5]]);
  expect(skippedRows).toMatchObject([{ line: 4, reason }]);
});

it("reads an address with a name", () => {
  expect(plan([header, "Ada Lovelace <ada@example.com>,r1"]).invites).toMatchObject([
    { invite: { email: "ada@example.com" } },
  ]);
});

// Rows without "@" can also be a line of a note in quotes.
it("plans each row with an address exactly once, whatever its quotes", () => {
  const row = fc
    .tuple(
      fc.constantFrom("a@x.y", "A@x.y", "b@x.y", "c@", "d@x.y e@x.y", '"f@x.y'),
      fc.constantFrom("", "r1", "Source Admin", "READER", "Owner", UNKNOWN_ID, '"'),
      fc.constantFrom("", "SOURCE", "planet"),
      fc.constantFrom("", "s1", "s2"),
    )
    .map((cells) => `${cells.join(",")},end`);
  fc.assert(
    fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
      const { invites, skippedRows } = plan([`${header},note`, ...rows]);
      const lines = [...invites.flatMap((invite) => invite.lines), ...skippedRows.map(({ line }) => line)];
      expect(lines.toSorted((a, b) => a - b)).toEqual(rows.map((_, index) => index + 2));
    }),
  );
});

it("invites each address once", () => {
  const email = fc.constantFrom("a@x.y", "A@X.y", "b@x.y");
  fc.assert(
    fc.property(fc.array(email), (emails) => {
      const invited = plan([header, ...emails]).invites.map(({ invite }) => invite.email.toLowerCase());
      expect(invited.toSorted()).toEqual([...new Set(emails.map((text) => text.toLowerCase()))].toSorted());
    }),
  );
});
