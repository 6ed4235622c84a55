import { expect, it } from "vitest";
import { parseCsv } from "../../files/parse-csv.ts";
import { guessColumns, hasOneAddress, inviteFields, type InviteField } from "./guess-columns.ts";

/** Returns the name of the column of each field. */
function guess(text: string): Partial<Record<InviteField, string>> {
  const { rows } = parseCsv(text, (cells) => cells.some(hasOneAddress));
  const { mapping } = guessColumns(rows);
  const found = inviteFields.flatMap((field) => {
    const name = rows[0]?.cells[mapping[field] ?? -1];
    return name === undefined ? [] : [[field, name]];
  });
  return Object.fromEntries(found);
}

it.each(["E-Mail", "Email Address", "EMAIL", "e mail", "mail", "User Email", "E-Mail-Adresse", "Work e-mail"])(
  "recognizes the email column %j",
  (name) => {
    expect(guess(`Name,${name}\nAda,ada@example.com`)).toEqual({ email: name });
  },
);

it.each(["Role", "Role name", "role_id", "roleId", "User Role", "Segment role"])(
  "recognizes the role column %j",
  (name) => {
    expect(guess(`${name};Email\nAdmin;ada@example.com`)).toEqual({ email: "Email", role: name });
  },
);

it("recognizes all columns in any order, letter case and word separator", () => {
  expect(guess("Name,Resource-Type,EMAIL,resource_id,Role ID\nAda,source,ada@example.com,s1,r1")).toEqual({
    email: "EMAIL",
    role: "Role ID",
    resourceType: "Resource-Type",
    resourceId: "resource_id",
  });
});

it.each([
  ["Backup email,Email,Role,Role ID", { email: "Email", role: "Role ID" }],
  ["Primary email,Other email", { email: "Primary email" }],
])("prefers the specific names in %j", (header, columns) => {
  expect(guess(`${header}\na@example.com,b@example.com`)).toEqual(columns);
});

it("recognizes the email column by its contents", () => {
  expect(guess("Who,Contact\nAda,ada@example.com\nGrace,Grace <grace@example.com>")).toEqual({ email: "Contact" });
  expect(guess("Mailing address,Contact\n1 Main St,ada@example.com")).toEqual({ email: "Contact" });
});

it.each([
  ["ada@example.com", { email: 0, role: undefined, resourceType: undefined, resourceId: undefined }],
  ["ada@example.com,r1,SOURCE,s1", { email: 0, role: 1, resourceType: 2, resourceId: 3 }],
  ["Ada,ada@example.com", { email: 1, role: undefined, resourceType: undefined, resourceId: undefined }],
])("maps columns without names by position: %j", (text, mapping) => {
  const { rows } = parseCsv(text, (cells) => cells.some(hasOneAddress));
  expect(guessColumns(rows)).toEqual({ hasHeader: false, mapping });
});

it("maps nothing in an empty file", () => {
  expect(guessColumns([]).mapping.email).toBeUndefined();
});
