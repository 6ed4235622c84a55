import { join } from "node:path";

import { BaseResolver, createConfig, lintDocument, Source } from "@redocly/openapi-core";
import { assert, asyncProperty, constantFrom } from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";

import { load } from "../load.ts";
import { REPOSITORY } from "../repository.ts";
import { isObject, objectOrEmpty, type Json, type JsonObject, type Path } from "../spec/json.ts";
import { valueAt } from "../spec/references.ts";
import { checkStructure } from "./validate.ts";

const DOCUMENTS = ["spec/iam-users.yaml", "scripts/fixtures/features-3.0.yaml", "scripts/fixtures/features-3.1.yaml"];

/** Keywords that both validators check, with the JSON type of their value. */
const KEYWORDS: Record<string, "array" | "boolean" | "number" | "object" | "string"> = {
  ...keywords("array", "parameters required enum allOf anyOf oneOf"),
  ...keywords("boolean", "deprecated readOnly writeOnly explode"),
  ...keywords("number", "maximum minimum"),
  ...keywords("object", "responses content requestBody properties get put post patch delete"),
  ...keywords("string", "$ref operationId description title format pattern name in propertyName"),
};

/** Keywords that map names to values. Their keys are not keywords. */
const MAPS = new Set("properties schemas responses headers parameters requestBodies content paths".split(" "));

/** Keywords that hold data, or that the generator ignores. */
const NOT_READ = new Set(
  "example examples default enum info servers tags security securitySchemes webhooks callbacks links".split(" "),
);

const VALUES: Json[] = [null, true, 5, "text", [], {}];

/** Problems that only Redocly reports, because they do not affect the generator. */
const NOT_NEEDED = /`nullable` field is used|field `description` must be present/;

let rules: Awaited<ReturnType<typeof createConfig>>["styleguide"];

beforeAll(async () => {
  ({ styleguide: rules } = await createConfig({ rules: { struct: "error", "no-unresolved-refs": "error" } }));
});

describe.each(DOCUMENTS)("%s", (name) => {
  it("is accepted by both validators", async () => {
    const document = await read(name);
    expect(checkStructure(document).problems).toEqual([]);
    expect(await redoclyProblems(document)).toEqual([]);
  });

  it("is rejected by both validators if a value has a wrong type", async () => {
    const document = await read(name);
    const locations = locationsIn(document, []);
    const mistakes = locations.flatMap((at) =>
      VALUES.filter((value) => isWrong(at, value)).map((value) => ({ at, value })),
    );
    const property = asyncProperty(constantFrom(...mistakes), ({ at, value }) =>
      expectRejected(withValue(document, at, value), `${at.join(" / ")} = ${JSON.stringify(value)}`),
    );
    await assert(property, { numRuns: 30 });
  });

  it("is rejected by both validators if a referenced component is missing", async () => {
    const document = await read(name);
    const text = JSON.stringify(document);
    const used = ["schemas", "responses", "parameters", "requestBodies", "headers"].flatMap((section) =>
      Object.keys(sectionOf(document, section))
        .filter((component) => text.includes(`"$ref":"#/components/${section}/${component}"`))
        .map((component): Path => ["components", section, component]),
    );
    const property = asyncProperty(constantFrom(...used), (at) =>
      expectRejected(withValue(document, at, undefined), at.join("/")),
    );
    await assert(property, { numRuns: 10 });
  });
});

async function read(name: string): Promise<JsonObject> {
  return (await load(join(REPOSITORY, name), name)).document;
}

async function expectRejected(document: JsonObject, mistake: string): Promise<void> {
  expect(checkStructure(document).problems, `the generator, ${mistake}`).not.toEqual([]);
  expect(await redoclyProblems(document), `Redocly, ${mistake}`).not.toEqual([]);
}

/** Returns the problems that Redocly reports or throws. It throws on a circular reference, for example. */
async function redoclyProblems(parsed: JsonObject): Promise<string[]> {
  const source = new Source("document.json", "", "application/json");
  const externalRefResolver = new RejectingResolver();
  try {
    const problems = await lintDocument({ document: { source, parsed }, externalRefResolver, config: rules });
    return problems
      .filter(({ message }) => !NOT_NEEDED.test(message))
      .map(({ message, location }) => `${location[0]?.pointer}: ${message}`);
  } catch (error) {
    return [String(error)];
  }
}

/** A resolver that does not read files or URLs. */
class RejectingResolver extends BaseResolver {
  override async resolveDocument(): Promise<never> {
    throw new Error("The reference points outside of the document");
  }
}

/** Returns the locations of the keywords that both validators check. */
function locationsIn(value: Json, at: Path): Path[] {
  if (typeof value !== "object" || value === null) return [];
  // Redocly ignores the siblings of a reference.
  if (isObject(value) && Object.hasOwn(value, "$ref")) return [[...at, "$ref"]];
  const hasKeywords = isObject(value) && !MAPS.has(String(at.at(-1)));
  const locations: Path[] = [];
  for (const [key, member] of Object.entries(value)) {
    if (NOT_READ.has(key) || key.startsWith("x-")) continue;
    const location = [...at, key];
    if (hasKeywords && key in KEYWORDS) locations.push(location);
    locations.push(...locationsIn(member, location));
  }
  return locations;
}

function isWrong(at: Path, value: Json): boolean {
  const expected = KEYWORDS[String(at.at(-1))];
  const found = Array.isArray(value) ? "array" : isObject(value) ? "object" : typeof value;
  // `required` is a boolean in a parameter and an array in a schema.
  return at.at(-1) === "required" ? found !== "array" && found !== "boolean" : found !== expected;
}

/** Returns a copy with another value at a location. `undefined` deletes the value. */
function withValue(document: JsonObject, at: Path, value: Json | undefined): JsonObject {
  const copy = structuredClone(document);
  const parent = valueAt(copy, at.slice(0, -1)) as JsonObject;
  const key = String(at.at(-1));
  if (value === undefined) delete parent[key];
  else parent[key] = value;
  return copy;
}

function sectionOf(document: JsonObject, section: string): JsonObject {
  const found = valueAt(document, ["components", section]);
  return objectOrEmpty(found);
}

function keywords<Kind>(kind: Kind, names: string): Record<string, Kind> {
  return Object.fromEntries(names.split(" ").map((name) => [name, kind]));
}
