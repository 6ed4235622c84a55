import { expect, it } from "vitest";
import { readInviteSheet } from "./parse-invite-csv.ts";

it("reads a bare list of addresses", () => {
  expect(readInviteSheet("ada@example.com\nalan@example.com\n")).toEqual({
    invites: [{ email: "ada@example.com" }, { email: "alan@example.com" }],
    problems: [],
    unusedColumns: [],
  });
});

it("finds columns by their heading, in any order and spelling", () => {
  const text = "Name;Role ID;Resource-Type;EMAIL;resource_id\nAda;r1;source;ada@example.com;s1";
  expect(readInviteSheet(text).invites).toEqual([
    { email: "ada@example.com", permissions: [{ roleId: "r1", resources: [{ id: "s1", type: "SOURCE" }] }] },
  ]);
});

it("names the columns it does not read, as the file does", () => {
  const { invites, unusedColumns } = readInviteSheet("email,roleId,Full name,,roleId\nada@example.com,r1,Ada,,r2");
  expect(invites).toEqual([{ email: "ada@example.com" }]);
  expect(unusedColumns).toEqual(["roleId", "Full name"]);
});

it("gives a role without a resource", () => {
  const { invites } = readInviteSheet("email,role_id\nada@example.com,r1");
  expect(invites).toEqual([{ email: "ada@example.com", permissions: [{ roleId: "r1" }] }]);
});

it.each([
  ["ada", "The address is not an email address"],
  [",r1", "There is no address"],
  ["a@b,,SOURCE,s1", "There is a resource but no role"],
  ["a@b,r1,SOURCE", "A resource needs both a type and an ID"],
  ["a@b,r1,PLANET,p1", "There is no resource type PLANET"],
  ["ONE@example.com", "The same address is in line 2"],
])("leaves %j out, with its line", (row, reason) => {
  const text = `email,role_id,resource_type,resource_id\none@example.com\n\n${row}\n`;
  const { invites, problems } = readInviteSheet(text);
  expect(invites).toEqual([{ email: "one@example.com" }]);
  expect(problems).toMatchObject([{ line: 4, reason }]);
});

it("finds nobody in a file without addresses", () => {
  expect(readInviteSheet("")).toEqual({ invites: [], problems: [], unusedColumns: [] });
});
