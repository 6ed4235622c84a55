import { resolve } from "../diff/resolve.ts";
import { shapeOf } from "../diff/shape.ts";
import { typeText } from "../diff/type-text.ts";
import type { Input } from "../model/model.ts";
import { proseOf } from "../model/prose.ts";
import type { OpenApiDocument, OpenApiSchema } from "../spec/openapi.ts";
import { limitsText } from "./reference-limits.ts";
import { code, markdown } from "./reference-text.ts";

/** How far down the members of members are listed. */
const MAX_DEPTH = 3;

const PLACES: Readonly<Record<Input["in"], string>> = {
  path: "in the path",
  query: "in the query",
  header: "in a header",
  body: "in the body",
};

/** A list of an operation's inputs, and of what is in them. */
export function inputList(document: OpenApiDocument, inputs: readonly Input[]): string {
  return inputs
    .map((input) => {
      const facts = [input.required ? "required" : "", PLACES[input.in]];
      return (
        item(document, input.name, input.schema, facts, input.doc.description) + children(document, input.schema, 1)
      );
    })
    .join("\n");
}

/** A list of the members of an answer. */
export function memberList(document: OpenApiDocument, schema: OpenApiSchema): string {
  return children(document, schema, 0, 1).trim();
}

function children(
  document: OpenApiDocument,
  schema: OpenApiSchema,
  depth: number,
  max = MAX_DEPTH,
  open: string[] = [],
): string {
  const { name, schema: resolved } = resolve(document, schema);
  if (depth >= max || (name !== undefined && open.includes(name))) return "";
  const inside = name === undefined ? open : [...open, name];
  const { members, items } = shapeOf(document, resolved);
  if (members.size === 0) return items === undefined ? "" : children(document, items, depth, max, inside);
  return Array.from(members, ([name, { schema, required }]) => {
    const facts = [required ? "required" : ""];
    const line = item(document, name, schema, facts, undefined) + children(document, schema, depth + 1, max, inside);
    return `\n${"  ".repeat(depth)}${line}`;
  }).join("");
}

function item(
  document: OpenApiDocument,
  name: string,
  schema: OpenApiSchema,
  facts: readonly string[],
  description: string | undefined,
): string {
  const { bounds, default: byDefault } = shapeOf(document, resolve(document, schema).schema);
  const prose = proseOf({ description }, schema);
  const all = [
    code(typeText(document, schema)),
    ...facts,
    ...limitsText(bounds),
    byDefault === undefined ? "" : `default ${code(JSON.stringify(byDefault))}`,
    prose.deprecated ? "deprecated" : "",
  ].filter((fact) => fact !== "");
  const text = markdown(prose.description ?? "");
  return `- ${code(name)} (${all.join(", ")})${text === "" ? "" : `: ${text}`}`;
}
