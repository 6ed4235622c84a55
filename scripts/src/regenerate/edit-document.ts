import { isObject, objectOrEmpty, type Json, type JsonObject } from "../spec/json.ts";
import { isMethodKey } from "../spec/openapi.ts";

/** Changes one operation of a document in place. */
type EditOperation = (operation: JsonObject, index: number) => void;

/** Returns a copy of a document in which `edit` has changed each operation. */
export function editOperations(document: JsonObject, edit: EditOperation): JsonObject {
  const copy = structuredClone(document);
  let index = 0;
  for (const item of Object.values(objectAt(copy, ["paths"]))) {
    for (const [method, operation] of Object.entries(objectOrEmpty(item))) {
      if (isMethodKey(method) && isObject(operation)) edit(operation, index++);
    }
  }
  return copy;
}

/** Returns a copy of a document with only the operations that `keep` returns true for. */
export function filterOperations(document: JsonObject, keep: (id: string) => boolean): JsonObject {
  const paths = Object.entries(objectAt(document, ["paths"])).map(([path, item]) => {
    const members = Object.entries(objectOrEmpty(item)).filter(
      ([, member]) => !isObject(member) || typeof member["operationId"] !== "string" || keep(member["operationId"]),
    );
    return [path, Object.fromEntries(members)] as const;
  });
  const remaining = paths.filter(([, item]) => Object.keys(item).some((key) => isMethodKey(key)));
  return { ...document, paths: Object.fromEntries(remaining) };
}

/** Returns a copy of a document in which `edit` has changed the object at `path`. @throws {Error} If there is no object. */
export function editAt(document: JsonObject, path: readonly string[], edit: (value: JsonObject) => void): JsonObject {
  const copy = structuredClone(document);
  edit(objectAt(copy, path));
  return copy;
}

/** Returns a copy of an object with the reverse order of its members. */
export function reverseMembers(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).toReversed());
}

function objectAt(document: JsonObject, path: readonly string[]): JsonObject {
  const value = path.reduce<Json | undefined>(
    (current, key) => (isObject(current) ? current[key] : undefined),
    document,
  );
  if (!isObject(value)) throw new Error(`The document has no object at ${path.join(".")}`);
  return value;
}
