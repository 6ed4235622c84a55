import { canonicalSchema } from "../../schema/canonical-json.ts";
import type { OpenApiDocument, OpenApiSchema } from "../../spec/openapi.ts";
import { membersOf } from "../../schema/members.ts";
import { resolveSchema } from "../../schema/resolve-schema.ts";
import type { ModelContext } from "../model-context.ts";
import type { InputParameter } from "./input-parameters.ts";
import { structuresOf } from "./query-style.ts";

/** Reports parameters that do not match the schema of their `x-input`. */
export function checkParts({ document, report }: ModelContext, { value, at, parts }: InputParameter): void {
  const { name, in: location, schema } = value;
  if (location !== "query" || parts.some((part) => part.value.in !== "query")) {
    report(at, `The \`x-input\` \`${name}\` has a parameter that is not in the query`, "Remove its `x-input`");
    return;
  }
  // The check of the whole parameter reports a missing schema.
  if (schema === undefined) return;
  const schemaOf = partSchemas(document, schema);
  if (schemaOf === undefined) {
    const fix = "Give it the schema of the whole array or object";
    report(at, `The \`x-input\` \`${name}\` is neither an array nor an object with members`, fix);
    return;
  }
  const names = parts.map((part) => part.value.name);
  const missing = schemaOf.required.map((member) => `${name}.${member}`).filter((part) => !names.includes(part));
  for (const [index, { value: part, at: partAt }] of parts.entries()) {
    const expected = part.name.startsWith(`${name}.`) ? schemaOf.member(part.name.slice(name.length + 1)) : undefined;
    if (expected === undefined) {
      const reason = `The parameter \`${part.name}\` is not a part of its \`x-input\` \`${name}\``;
      report(partAt, reason, `Name it \`${missing.shift() ?? `${name}.${schemaOf.required[0]}`}\``);
    } else if (canonicalOf(document, part.schema ?? true) !== canonicalOf(document, expected)) {
      const reason = `The parameter \`${part.name}\` and its \`x-input\` have different schemas`;
      report(partAt, reason, "Change one of the two");
    } else if (names.indexOf(part.name) < index) {
      report(partAt, `The parameter \`${part.name}\` is not unique`, "Remove one of the two");
    }
  }
  for (const part of missing) {
    report(at, `The \`x-input\` \`${name}\` has no parameter \`${part}\``, "Add it, with this `x-input`");
  }
}

/** The parts that a schema allows in the dotted form. */
interface PartSchemas {
  /** The members that must have a parameter. */
  required: string[];
  /** Returns the schema of a member, or `undefined` if there is no such member. */
  member(name: string): OpenApiSchema | undefined;
}

function partSchemas(document: OpenApiDocument, schema: OpenApiSchema): PartSchemas | undefined {
  const { items = true } = resolveSchema(document, schema);
  if (structuresOf(document, schema).has("array")) {
    return { required: ["0"], member: (name) => (/^(?:0|[1-9]\d*)$/.test(name) ? items : undefined) };
  }
  const members = membersOf(document, schema, "write");
  if (members.size === 0) return undefined;
  return { required: [...members.keys()], member: (name) => members.get(name)?.schema };
}

function canonicalOf(document: OpenApiDocument, schema: OpenApiSchema): string {
  return canonicalSchema(resolveSchema(document, schema));
}
