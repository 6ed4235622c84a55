import type { Model, Operation } from "../../model/model.ts";
import { isObject, type Json, type JsonObject } from "../../spec/json.ts";
import { parseReference, valueAt } from "../../spec/references.ts";

/** The names of the schemas that the inputs and outputs of a document's operations lead to. */
export function reachedSchemas({ document, operations }: Model): Set<string> {
  const names = new Set<string>();
  const waiting: (Json | undefined)[] = operations.flatMap(rootsOf);
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (Array.isArray(value)) for (const item of value) waiting.push(item);
    if (!isObject(value)) continue;
    for (const [key, member] of Object.entries(value)) {
      const target = key === "$ref" && typeof member === "string" ? parseReference(member) : undefined;
      const name = String(target?.at(-1));
      if (target && !names.has(name)) {
        names.add(name);
        waiting.push(valueAt(document as unknown as JsonObject, target));
      }
      waiting.push(member);
    }
  }
  return names;
}

function rootsOf({ inputs, body, success }: Operation): Json[] {
  const schemas = [...inputs.map(({ schema }) => schema), body?.schema ?? true, success.schema ?? true];
  return schemas as Json[];
}
