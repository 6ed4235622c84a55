import { isObject, type Json, type Path } from "../spec/json.ts";
import { parseReference } from "../spec/references.ts";

/** The components that something refers to, each once. What only looks like a reference, in an example, counts too. */
export function referencesIn(values: readonly (Json | undefined)[]): Path[] {
  const found = new Map<string, Path>();
  const visit = (value: Json | undefined): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isObject(value)) return;
    const { $ref, mapping } = value;
    for (const target of [$ref, ...(isObject(mapping) ? Object.values(mapping) : [])]) {
      if (typeof target === "string" && !found.has(target)) found.set(target, pathOf(target));
    }
    Object.values(value).forEach(visit);
  };
  values.forEach(visit);
  return [...found.values()];
}

/** Discriminators may give the name of a schema alone. */
function pathOf(reference: string): Path {
  return (parseReference(reference) ?? ["components", "schemas", reference]).slice(0, 3);
}
