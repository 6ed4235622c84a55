import { expect, it } from "vitest";
import { parseInviteCsv } from "./parse-invite-csv.ts";

it("parses a list of addresses without a header", () => {
  expect(parseInviteCsv("ada@example.com\nalan@example.com\n")).toEqual({
    invites: [{ email: "ada@example.com" }, { email: "alan@example.com" }],
    skippedRows: [],
    ignoredColumns: [],
  });
});

it("finds columns by header in any order, letter case and word separator", () => {
  const text = "Name;Role ID;Resource-Type;EMAIL;resource_id\nAda;r1;source;ada@example.com;s1";
  expect(parseInviteCsv(text).invites).toEqual([
    { email: "ada@example.com", permissions: [{ roleId: "r1", resources: [{ id: "s1", type: "SOURCE" }] }] },
  ]);
});

it("lists ignored columns as written in the file", () => {
  const { invites, ignoredColumns } = parseInviteCsv("email,roleId,Full name,,roleId\nada@example.com,r1,Ada,,r2");
  expect(invites).toEqual([{ email: "ada@example.com" }]);
  expect(ignoredColumns).toEqual(["roleId", "Full name"]);
});

it("parses a role without a resource", () => {
  const { invites } = parseInviteCsv("email,role_id\nada@example.com,r1");
  expect(invites).toEqual([{ email: "ada@example.com", permissions: [{ roleId: "r1" }] }]);
});

it.each([
  ["ada", "Invalid email address"],
  [",r1", "Missing email address"],
  ["a@b,,SOURCE,s1", "Resource without a role"],
  ["a@b,r1,SOURCE", "Resource without a type or ID"],
  ["a@b,r1,PLANET,p1", "Unknown resource type PLANET"],
  ["ONE@example.com", "Duplicate of line 2"],
])("skips the row %j and reports its line", (row, reason) => {
  const text = `email,role_id,resource_type,resource_id\none@example.com\n\n${row}\n`;
  const { invites, skippedRows } = parseInviteCsv(text);
  expect(invites).toEqual([{ email: "one@example.com" }]);
  expect(skippedRows).toMatchObject([{ line: 4, reason }]);
});

it("returns no invites for an empty file", () => {
  expect(parseInviteCsv("")).toEqual({ invites: [], skippedRows: [], ignoredColumns: [] });
});
