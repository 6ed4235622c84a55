import type { Input, Operation } from "../../model/model.ts";
import type { NormalizedProperty } from "../../schema/normalize-schema.ts";
import type { Finding, Pair } from "../api-change.ts";
import { compareProperties, type Child } from "../schemas/compare-properties.ts";

/** Compares the inputs of an operation. Returns their schemas as children. */
export function compareInputs({ before, after }: Pair<Operation>): { findings: Finding[]; children: Child[] } {
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
  return { findings: [...findings, ...moves, ...docs], children: [...children, ...body] };
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

function toProperties(inputs: readonly Input[]): Map<string, NormalizedProperty> {
  return new Map(inputs.map(({ name, schema, required }) => [name, { schema, required }]));
}
