import type { Model, Operation } from "../../model/model.ts";
import { isObject, objectOrEmpty, type Json, type JsonObject } from "../../spec/json.ts";
import { METHOD_KEYS } from "../../spec/openapi.ts";
import { formatPointer } from "../../spec/references.ts";
import type { ApiChange, Pair } from "../api-change.ts";
import { changedKeys, changedParts, type ChangedPart } from "./changed-parts.ts";
import { OperationComparison } from "./operation-comparison.ts";

/** Keys of the document that other comparisons read. Extensions and all other keys are compared here. */
const COVERED_SECTIONS = ["openapi", "paths", "components"];

/** Component sections that are compared where operations use them. */
const USED_SECTIONS = ["parameters", "requestBodies", "responses", "headers"];

/** Keys of a server that other comparisons read. */
const COVERED_SERVER_KEYS = ["url", "description", "variables", "x-region"];

/**
 * Finds the changes of the document that no other comparison reads, such as tags, callbacks and examples.
 *
 * Each becomes a change whose subject is a JSON pointer into the newer document, or into the older one if it was removed.
 */
export function findUncoveredParts(
  models: Pair<Model>,
  operations: readonly Pair<Operation>[],
  known: readonly ApiChange[],
): ApiChange[] {
  const documents = {
    before: models.before.document as unknown as JsonObject,
    after: models.after.document as unknown as JsonObject,
  };
  const comparison = new OperationComparison(documents, known);
  const parts = [
    ...compareDocument(documents, known),
    ...comparePathItems({
      before: objectOrEmpty(documents.before["paths"]),
      after: objectOrEmpty(documents.after["paths"]),
    }),
    ...operations.flatMap((pair) => comparison.compare(pair)),
  ];
  const components = {
    before: objectOrEmpty(documents.before["components"]),
    after: objectOrEmpty(documents.after["components"]),
  };
  return [...parts, ...compareComponents(components, (pair) => comparison.has(pair))].map(toPartChange);
}

function compareDocument({ before, after }: Pair<JsonObject>, known: readonly ApiChange[]): ChangedPart[] {
  const hasNewSecurity = known.some(({ scope, subject }) => scope === "server" && subject === "security");
  return changedKeys({ before, after }, [], COVERED_SECTIONS).filter(({ at: [section, key, name] }) => {
    if (section === "info") return key !== "version";
    if (section === "security") return !hasNewSecurity;
    if (section !== "servers") return true;
    return name !== undefined && !COVERED_SERVER_KEYS.includes(String(name));
  });
}

/** Compares path items without their operations. A path without operations is compared as a whole. */
function comparePathItems({ before, after }: Pair<JsonObject>): ChangedPart[] {
  const paths = new Set([...Object.keys(before), ...Object.keys(after)]);
  const covered = [...METHOD_KEYS, "parameters"];
  return [...paths].flatMap((path) => {
    const pair = { before: before[path], after: after[path] };
    const at = ["paths", path];
    if (isObject(pair.before) && isObject(pair.after)) {
      return changedKeys({ before: pair.before, after: pair.after }, at, covered);
    }
    const item = pair.before ?? pair.after;
    const hasOperations = isObject(item) && METHOD_KEYS.some((key) => key in item);
    return hasOperations ? [] : changedParts(pair.before, pair.after, at);
  });
}

/** Compares components. Schemas and security schemes are compared elsewhere, and used components with their operations. */
function compareComponents(components: Pair<JsonObject>, isKnown: (pair: Pair<Json>) => boolean): ChangedPart[] {
  const others = changedKeys(components, ["components"], ["schemas", "securitySchemes", ...USED_SECTIONS]);
  const used = USED_SECTIONS.flatMap((section) => {
    const [before, after] = [objectOrEmpty(components.before[section]), objectOrEmpty(components.after[section])];
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...names].flatMap((name) => {
      const [old, current] = [before[name], after[name]];
      if (old !== undefined && current !== undefined && isKnown({ before: old, after: current })) return [];
      return changedParts(old, current, ["components", section, name]);
    });
  });
  return [...others, ...used];
}

function toPartChange({ at, before, after }: ChangedPart): ApiChange {
  return {
    kind: "part-changed",
    scope: "document",
    subject: formatPointer(at),
    operations: [],
    before: formatPart(before),
    after: formatPart(after),
    isGuess: false,
  };
}

function formatPart(part: Json | undefined): string {
  return part === undefined ? "none" : JSON.stringify(part);
}
