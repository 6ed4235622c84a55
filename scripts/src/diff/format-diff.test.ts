import { describe, expect, it } from "vitest";

import { parse } from "../load.ts";
import { apiDocument, objectOf, type ApiDocument, type Members } from "../test-utils/documents/api-document.ts";
import { createChangeset } from "./create-changeset.ts";
import { diffSpecs } from "./diff-specs.ts";
import { formatDiff } from "./format-diff.ts";
import { response } from "./test-utils/place-schema.ts";

const TEXT = { type: "string" };
const thing = { $ref: "#/components/schemas/Thing" };
const SUCCESS = response(objectOf({ "data!": objectOf({}) }));

/** A document whose operation takes and returns a `Thing`. */
const withThing = (members: Members): ApiDocument => ({
  output: { thing },
  input: { thing },
  schemas: { Thing: objectOf(members) },
});
const withError = (members: Members, headers: Members = {}): ApiDocument => ({
  operation: { responses: { 200: SUCCESS, default: { ...response(thing), headers } } },
  schemas: { Thing: objectOf(members) },
});
const withServer = (url: string): ApiDocument => ({ document: { servers: [{ url, "x-region": "us" }] } });
const paged = (data: Members, keys: Members = {}): ApiDocument => ({
  method: "get",
  operation: {
    parameters: [{ name: "pagination", in: "query", schema: objectOf({ cursor: TEXT, count: { type: "number" } }) }],
    ...keys,
  },
  output: { users: { type: "array", items: TEXT }, pagination: { type: "object" }, ...data },
});

async function diff(before: ApiDocument, after: ApiDocument) {
  const [old, current] = [parse(apiDocument(before), "old.json"), parse(apiDocument(after), "new.json")];
  const result = await diffSpecs({ before: old, after: current });
  const bumps = Object.fromEntries(result.releases.map(({ name, bump }) => [name, bump]));
  return { text: formatDiff(result), changeset: createChangeset(result)?.text ?? "", bumps };
}

it("lists servers and security under their own heading", async () => {
  const { text, changeset } = await diff(withServer("https://a.example.com"), withServer("https://b.example.com"));
  const change = "server URL changed: https://a.example.com -> https://b.example.com";
  expect(text).toContain(`Servers and security\n  major  us: ${change} (requests go to another server)`);
  expect(text).not.toMatch(/^Major$/m);
  expect(changeset).toContain("**Servers and security**\n\n- `us`: server URL changed: `https://a.example.com` -> ");
  expect(changeset).not.toContain("**Breaking**");
});

it("limits a readOnly member to responses", async () => {
  const { text, bumps } = await diff(
    withThing({ a: TEXT }),
    withThing({ a: TEXT, "id!": { ...TEXT, readOnly: true } }),
  );
  expect(text).toContain("Minor\n  Thing.id (output of makeThing): required property added\n");
  expect(text).not.toContain("(input");
  expect(new Set(Object.values(bumps))).toEqual(new Set(["minor"]));
});

it("limits a writeOnly member to requests", async () => {
  const { text } = await diff(withThing({ a: TEXT }), withThing({ a: TEXT, key: { ...TEXT, writeOnly: true } }));
  expect(text).toContain("Minor\n  Thing.key (input of makeThing): optional input added\n");
  expect(text).not.toContain("(output");
});

it("plans patches for an integer that becomes a number in a response", async () => {
  const { text, bumps } = await diff({ output: { a: { type: "integer" } } }, { output: { a: { type: "number" } } });
  expect(text).toContain(
    "makeThing.data.a (output): integer became number: integer -> number (the TypeScript type is the same)",
  );
  expect(bumps).toEqual({ types: "patch", client: "patch", react: "patch", msw: "patch" });
});

it("names the operations of an error", async () => {
  const { text, bumps } = await diff(
    withError({ "code!": TEXT }),
    withError({ code: TEXT }, { "X-Id": { schema: TEXT } }),
  );
  expect(text).toContain("Major\n  Thing.code (error of makeThing): property became optional\n");
  expect(text).toContain("Minor\n  makeThing.default.x-id (header): optional header added\n");
  expect(bumps).toMatchObject({ types: "major", client: "major" });
});

describe("removed pagination", () => {
  it.each([
    ["another array", paged({ groups: { type: "array", items: TEXT } }), "data has two arrays, set x-page: users"],
    ["x-page: false", paged({}, { "x-page": false }), "x-page is false"],
    [
      "no pagination in the data",
      { ...paged({}), output: { users: { type: "array", items: TEXT } } },
      "data has no pagination",
    ],
    ["no input", { ...paged({}), operation: {} }, "no input is named pagination"],
  ])("reports the cause: %s", async (_, after, cause) => {
    const { text } = await diff(paged({}), after);
    expect(text).toContain(`makeThing: pagination removed: users (${cause})`);
  });
});

it("points to a part that no rule covers, with a patch of the package that exports the document", async () => {
  const { text, changeset, bumps } = await diff({}, { operation: { externalDocs: { url: "a/b" } } });
  expect(text).toContain(
    '/paths/~1things/post/externalDocs: changed in a way that no rule covers: none -> {"url":"a/b"}',
  );
  expect(bumps).toEqual({ types: "patch" });
  expect(changeset).toContain(
    "changed in a way that no rule covers (check its effect): `/paths/~1things/post/externalDocs`",
  );
});

it("gives the change as the reason for the patch of a package without a rule", async () => {
  const { text, changeset, bumps } = await diff({ input: { a: TEXT } }, { input: { a: { ...TEXT, maxLength: 5 } } });
  expect(bumps).toMatchObject({ msw: "minor", client: "patch" });
  expect(text).toMatch(/@segment-iam\/client +patch {2}makeThing\.a \(input\): constraint tightened/);
  expect(changeset).toContain("- `makeThing.a` (input): constraint tightened");
});
