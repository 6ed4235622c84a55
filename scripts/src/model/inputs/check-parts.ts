import { canonicalSchema } from "../../schema/canonical-json.ts";
import type { OpenApiDocument, OpenApiSchema } from "../../spec/openapi.ts";
import { membersOf } from "../members.ts";
import { resolveSchema, type ModelContext } from "../model-context.ts";
import type { InputParameter } from "./input-parameters.ts";
import { structuresOf } from "./query-style.ts";

/** Reports an `x-input` whose dotted form differs from the parameters that are its parts. */
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
  const missing = new Set(schemaOf.required);
  for (const part of parts) {
    const partName = part.value.name;
    const member = partName.startsWith(`${name}.`) ? partName.slice(name.length + 1) : "";
    missing.delete(member);
    const expected = schemaOf.member(member);
    const label = `The parameter \`${partName}\``;
    if (expected === undefined) {
      report(part.at, `${label} is not a part of its \`x-input\` \`${name}\``, `Name it \`${name}.${schemaOf.example}\``);
    } else if (canonicalOf(document, part.value.schema ?? true) !== canonicalOf(document, expected)) {
      report(part.at, `${label} and its \`x-input\` have different schemas`, "Change one of the two");
    }
  }
  for (const member of missing) {
    report(at, `The \`x-input\` \`${name}\` has no parameter \`${name}.${member}\``, "Add it, with this `x-input`");
  }
}

/** The parts that a schema allows in the dotted form. */
interface PartSchemas {
  /** The members that must have a parameter. */
  required: string[];
  /** A valid member, for a message. */
  example: string;
  /** Returns the schema of a member, or `undefined` if there is no such member. */
  member(name: string): OpenApiSchema | undefined;
}

function partSchemas(document: OpenApiDocument, schema: OpenApiSchema): PartSchemas | undefined {
  const { items = true } = resolveSchema(document, schema);
  if (structuresOf(document, schema).has("array")) {
    return { required: ["0"], example: "0", member: (name) => (/^(?:0|[1-9]\d*)$/.test(name) ? items : undefined) };
  }
  const members = membersOf(document, schema, "write");
  const names = [...members.keys()];
  const [example] = names;
  return example === undefined ? undefined : { required: names, example, member: (name) => members.get(name)?.schema };
}

function canonicalOf(document: OpenApiDocument, schema: OpenApiSchema): string {
  return canonicalSchema(resolveSchema(document, schema));
}
