import type { Input, Model, Operation } from "../../model/model.ts";
import { requestContentOf } from "../../model/openapi-operation.ts";
import type { NormalizedProperty } from "../../schema/normalize-schema.ts";
import type { Finding, Pair } from "../api-change.ts";
import { compareProperties, type Comparison } from "../schemas/compare-properties.ts";
import { compareMediaTypes } from "./compare-media-types.ts";

/** Compares the inputs and the request body of an operation. Returns their schemas as children. */
export function compareInputs(models: Pair<Model>, operations: Pair<Operation>): Comparison {
  const { after } = operations;
  const { before, findings: renames } = renameInputs(operations);
  const locationsBefore = new Map(before.inputs.map((input) => [input.name, input.in]));
  const moved = after.inputs.filter(({ name, in: location }) => (locationsBefore.get(name) ?? location) !== location);
  const bodies = before.body && after.body ? { before: before.body, after: after.body } : undefined;
  // Compares a flattened body as one object, so that changes name its schema instead of the operation.
  const isFlattened = bodies?.before.form === "members" && bodies.after.form === "members" && moved.length === 0;
  const comparedInputs = (operation: Operation): Input[] =>
    isFlattened ? operation.inputs.filter((input) => input.in !== "body") : operation.inputs;
  const properties = { before: toProperties(comparedInputs(before)), after: toProperties(comparedInputs(after)) };
  const { findings, children } = compareProperties(properties, after.id);
  const moves = moved.map(({ name, in: location }): Finding => {
    const subject = `${after.id}.${name}`;
    return { kind: "property-moved", subject, before: locationsBefore.get(name) ?? "", after: location };
  });
  const body = isFlattened ? [{ before: bodies.before.schema, after: bodies.after.schema, subject: after.id }] : [];
  const docs = compareDocs({ before: comparedInputs(before), after: comparedInputs(after) }, after.id);
  const bodyFindings = compareRequestBodies(models, operations);
  return { findings: [...renames, ...findings, ...moves, ...docs, ...bodyFindings], children: [...children, ...body] };
}

/**
 * Renames the older inputs to their names in the newer document, and reports each rename.
 *
 * Two inputs are the same if they have the same location and the same name in the request.
 */
function renameInputs({ before, after }: Pair<Operation>): { before: Operation; findings: Finding[] } {
  const namesAfter = new Map(after.inputs.map((input) => [keyOf(input), input.name]));
  const renamed = before.inputs.filter((input) => (namesAfter.get(keyOf(input)) ?? input.name) !== input.name);
  const newNames = new Set(renamed.map((input) => namesAfter.get(keyOf(input))));
  // Removed inputs whose name now belongs to a renamed input.
  const removed = before.inputs.filter((input) => !namesAfter.has(keyOf(input)) && newNames.has(input.name));
  const findings = [
    ...renamed.map((input): Finding => ({
      kind: "property-renamed",
      subject: `${after.id}.${input.name}`,
      before: input.name,
      after: namesAfter.get(keyOf(input)) ?? input.name,
    })),
    ...removed.map(({ name }): Finding => ({ kind: "property-removed", subject: `${after.id}.${name}` })),
  ];
  const inputs = before.inputs
    .filter((input) => !removed.includes(input))
    .map((input): Input => Object.assign({}, input, { name: namesAfter.get(keyOf(input)) ?? input.name }));
  return { before: { ...before, inputs }, findings };
}

/** Compares the documentation of parameters. The documentation of their schemas is compared with the schemas. */
function compareDocs({ before, after }: Pair<readonly Input[]>, operationId: string): Finding[] {
  const inputsBefore = new Map(before.map((input) => [input.name, input]));
  return after.flatMap((input): Finding[] => {
    const old = inputsBefore.get(input.name);
    const subject = `${operationId}.${input.name}`;
    if (!old) return [];
    if (!old.doc.deprecated && input.doc.deprecated) return [{ kind: "property-deprecated", subject }];
    const isSame = old.doc.description === input.doc.description && old.doc.deprecated === input.doc.deprecated;
    return isSame ? [] : [{ kind: "docs-changed", subject }];
  });
}

/** Compares the media types of the request bodies of an operation, and whether they are required. */
function compareRequestBodies(models: Pair<Model>, { before, after }: Pair<Operation>): Finding[] {
  const contents = {
    before: requestContentOf(models.before, before),
    after: requestContentOf(models.after, after),
  };
  const mediaTypes = compareMediaTypes(models, contents, after.id);
  const isComparable = hasOptionalMembers(before) && hasOptionalMembers(after);
  if (!isComparable || before.body?.required === after.body?.required) return mediaTypes;
  return [...mediaTypes, { kind: after.body?.required ? "body-required" : "body-optional", subject: after.id }];
}

/** Returns whether all members of the body are optional. A required member makes the body required. */
function hasOptionalMembers({ body, inputs }: Operation): boolean {
  return body?.form === "members" && inputs.every((input) => input.in !== "body" || !input.required);
}

function toProperties(inputs: readonly Input[]): Map<string, NormalizedProperty> {
  return new Map(inputs.map(({ name, schema, required }) => [name, { schema, required }]));
}

function keyOf({ in: location, name, wireName = name }: Input): string {
  return `${location} ${wireName}`;
}
