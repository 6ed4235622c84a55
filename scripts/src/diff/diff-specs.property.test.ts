import { join } from "node:path";

import { assert, asyncProperty, constantFrom, nat, property } from "fast-check";
import { describe, expect, it } from "vitest";

import { load, parse, type Source } from "../load.ts";
import type { Model } from "../model/model.ts";
import { REPOSITORY } from "../repository.ts";
import { isObject, type Json, type JsonObject, type Path } from "../spec/json.ts";
import { SpecErrors } from "../spec/spec-error.ts";
import { modelOf } from "../test-utils/model-of.ts";
import { classifyChanges } from "./classify-changes.ts";
import { compareModels } from "./compare/compare-models.ts";
import { createChangeset } from "./create-changeset.ts";
import { diffSpecs, type DetailedSpecDiff } from "./diff-specs.ts";

const DOCUMENTS = ["scripts/fixtures/features-3.0.yaml", "scripts/fixtures/features-3.1.yaml", "spec/iam-users.yaml"];

/** Changes of these versions appear in the headline only. */
const VERSIONS = ["openapi", "info/version"];

type Edit = "remove" | "change" | "extend";
const edits = constantFrom<Edit>("remove", "change", "extend");

describe.each(DOCUMENTS)("%s", async (path) => {
  const { document } = await load(join(REPOSITORY, path), path);
  const before = JSON.stringify(document);
  const model = modelOf(before);
  const paths = pathsOf(document, []).filter((at) => !VERSIONS.includes(at.join("/")));

  it("names every change of the document", () => {
    assert(
      property(nat(paths.length - 1), edits, (index, edit) => {
        const after = editedDocument(before, paths[index] ?? [], edit);
        const newer = modelOrInvalid(after);
        if (after === before || newer === undefined) return;
        expect(classifyChanges(compareModels({ before: model, after: newer })).length).toBeGreaterThan(0);
      }),
      { numRuns: 100 },
    );
  });

  it("names a change for every release, also in the changeset", async () => {
    const source = parse(before, path);
    await assert(
      asyncProperty(nat(paths.length - 1), edits, async (index, edit) => {
        const newer = parse(editedDocument(before, paths[index] ?? [], edit), path);
        const diff = await diffOrInvalid(source, newer);
        if (!diff) return;
        for (const { reasons } of diff.releases) expect(reasons.length).toBeGreaterThan(0);
        const text = createChangeset(diff)?.text.replaceAll("`", "");
        const subjects = diff.releases.flatMap(({ reasons }) => reasons.slice(0, 1).map(({ subject }) => subject));
        for (const subject of subjects) expect(text).toContain(subject.slice(0, 100));
      }),
      { numRuns: 8 },
    );
  });
});

/** Returns the paths of all values in a document. */
function pathsOf(value: Json, at: Path): Path[] {
  if (typeof value !== "object" || value === null) return [];
  const paths = Object.keys(value).map((key) => at.concat(key));
  return [...paths, ...paths.flatMap((path, index) => pathsOf(Object.values(value)[index] ?? null, path))];
}

/** Removes or changes the value at a path, or adds a key to it. Returns the document unchanged if that is impossible. */
function editedDocument(text: string, at: Path, edit: Edit): string {
  const document = JSON.parse(text) as JsonObject;
  const key = String(at.at(-1));
  const parent = at.slice(0, -1).reduce<Json>((value, name) => (value as JsonObject)[name] ?? null, document);
  const value = (parent as JsonObject)[key];
  if (edit === "remove" && Array.isArray(parent)) parent.splice(Number(key), 1);
  else if (edit === "remove") Reflect.deleteProperty(parent as JsonObject, key);
  else if (edit === "extend" && isObject(value)) value["x-new"] = true;
  else if (edit === "change") (parent as JsonObject)[key] = changedValue(value ?? null);
  return JSON.stringify(document);
}

function changedValue(value: Json): Json {
  if (typeof value === "string") return `${value}x`;
  if (typeof value === "number") return value + 1;
  return typeof value === "boolean" ? !value : value;
}

function modelOrInvalid(text: string): Model | undefined {
  try {
    return modelOf(text);
  } catch (error) {
    if (error instanceof SpecErrors) return undefined;
    throw error;
  }
}

async function diffOrInvalid(before: Source, after: Source): Promise<DetailedSpecDiff | undefined> {
  try {
    return await diffSpecs({ before, after });
  } catch (error) {
    if (error instanceof SpecErrors) return undefined;
    throw error;
  }
}
