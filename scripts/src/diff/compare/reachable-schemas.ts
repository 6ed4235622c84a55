import type { Model, Operation } from "../../model/model.ts";
import { isObject, type Json, type JsonObject } from "../../spec/json.ts";
import { parseReference, valueAt } from "../../spec/references.ts";

/** Returns the names of the schemas that operations reference in inputs or outputs, directly or indirectly. */
export function reachableSchemas({ document, operations }: Model): Set<string> {
  const names = new Set<string>();
  const pending: (Json | undefined)[] = operations.flatMap(rootSchemas);
  while (pending.length > 0) {
    const value = pending.pop();
    if (Array.isArray(value)) for (const item of value) pending.push(item);
    if (!isObject(value)) continue;
    for (const [key, member] of Object.entries(value)) {
      const target = key === "$ref" && typeof member === "string" ? parseReference(member) : undefined;
      const name = String(target?.at(-1));
      if (target && !names.has(name)) {
        names.add(name);
        pending.push(valueAt(document as unknown as JsonObject, target));
      }
      pending.push(member);
    }
  }
  return names;
}

function rootSchemas({ inputs, body, success }: Operation): Json[] {
  const schemas = [...inputs.map(({ schema }) => schema), body?.schema ?? true, success.schema ?? true];
  return schemas as Json[];
}
