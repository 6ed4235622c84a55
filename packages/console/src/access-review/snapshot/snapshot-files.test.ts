import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareSnapshots } from "../comparison/compare-snapshots.ts";
import { parseAccessFile, readAccessFile } from "../read-access-file.ts";
import { anySnapshot, roleOn, snapshotOf, snapshotParts, source } from "../test-utils/snapshots.ts";
import { snapshotToCsv } from "./snapshot-csv.ts";
import { snapshotToJson } from "./snapshot-json.ts";
import { createSnapshot, SNAPSHOT_FORMAT, type Snapshot } from "./snapshot.ts";

const toJson = (snapshot: Snapshot) => JSON.stringify(snapshotToJson(snapshot), null, 2);
const example = snapshotOf({ u1: [roleOn("admin", "s1")], u2: [], u3: undefined }, ["new@example.com"]);
const group = { id: "g1", name: "Data" };
const withGroups = createSnapshot(source, [{ id: "u1", name: "Ada", email: "a@x", groups: [group] }], []);
const read = (text: string) => readAccessFile(new Blob([text]));

describe("a snapshot file", () => {
  it.each([
    ["JSON", toJson],
    ["CSV", snapshotToCsv],
  ])("reads back what was written as %s", (_, write) => {
    expect(parseAccessFile(write(example))).toEqual({ kind: "snapshot", snapshot: example });
    fc.assert(
      fc.property(anySnapshot, (snapshot) => {
        expect(parseAccessFile(write(snapshot))).toEqual({ kind: "snapshot", snapshot });
      }),
    );
  });

  it("does not depend on the order of users, access, groups and invites", () => {
    fc.assert(
      fc.property(snapshotParts, ([users, invites]) => {
        const reversed = users.toReversed().map(({ id, name, email, access = [], groups = [] }) => {
          return { id, name, email, access: access.toReversed(), groups: groups.toReversed() };
        });
        const [a, b] = [createSnapshot(source, users, invites), createSnapshot(source, reversed, invites.toReversed())];
        expect([b.counts, b.invites, compareSnapshots(a, b)]).toEqual([a.counts, a.invites, []]);
      }),
    );
  });

  it("contains no cell that a spreadsheet runs as a formula", () => {
    const cells = ["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "'=1", "＝1"];
    const users = cells.map((name, index) => ({ id: String(index), name, email: name, access: [] }));
    const csv = snapshotToCsv(createSnapshot(source, users, []));
    expect(csv).not.toMatch(/(^|[,\n"])[=+\-@\t＝]/);
    expect(parseAccessFile(csv)).toMatchObject({ snapshot: { users: users.map(({ name }) => ({ name })) } });
  });

  it("reads CSV that a spreadsheet saved with semicolons, a byte order mark and TRUE", async () => {
    const csv = snapshotToCsv(withGroups).replaceAll(",", ";").replace(";true;", ";TRUE;");
    expect(csv).toContain("TRUE");
    expect(await read(`\uFEFF${csv}`)).toEqual({ kind: "snapshot", snapshot: withGroups });
  });
});

describe("a file that cannot be read", () => {
  const json = toJson(example);
  it.each([
    ["is empty", " \n", /^The file is empty\.$/],
    ["is an Excel workbook", "PK\u0003\u0004", /Excel workbook/],
    ["is binary", "\0\u0001\u0002a", /not a text file/],
    ["is another CSV file", "id,name\n1,Ada", /not a snapshot or a review/],
    ["is other JSON", '{"users": []}', /not a snapshot or a review/],
    ["is a list", "[]", /not a snapshot or a review/],
    [
      "has a newer format",
      json.replace(SNAPSHOT_FORMAT, "segment-iam/access-snapshot@2"),
      /access-snapshot@2\. Update/,
    ],
    [
      "has a newer format in CSV",
      snapshotToCsv(example).replace(SNAPSHOT_FORMAT, "segment-iam/access-snapshot@9"),
      /@9\. Update/,
    ],
    ["ends early", json.slice(0, json.indexOf('"apiVersion"')), /Invalid JSON at line 8, column/],
    ["has a stray comma", json.replace('"u1",', '"u1",,'), /Invalid JSON at line 19, column 18/],
    ["has a wrong type", json.replace('"Name u1"', "7"), /^The file is damaged: users\[0\]\.name is not a string\.$/],
    ["has no date", json.replace(source.takenAt, "yesterday"), /“yesterday” is not a date/],
    ["has an unknown kind of workspace", json.replace('"mock"', '"x"'), /workspace.kind is not live or mock/],
    ["lost a user", json.replace('"users": 3', '"users": 4'), /states 4 users, but contains 3/],
    ["lost a row in CSV", snapshotToCsv(example).replace(/\r\naccess.*/, ""), /states 3 users, but contains 2/],
    ["has an open quote in CSV", `${snapshotToCsv(example)}\r\n"access`, /unclosed quote in row \d/],
  ])("explains that it %s", async (_, text, message) => {
    expect(await read(text)).toEqual(expect.stringMatching(message));
  });
});
