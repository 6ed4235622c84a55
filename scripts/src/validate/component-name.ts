import type { JsonObject, Path } from "../spec/json.ts";
import { valueAt } from "../spec/references.ts";
import { capitalize, operationNameOf, typeNameOf } from "../text/identifier.ts";

/** Segments of a path that do not help to distinguish it from others. */
const NOT_IN_NAMES = new Set(["content", "properties", "schema"]);

/**
 * Returns a name for a part of the document that becomes a component: `User/properties/address` becomes `UserAddress`.
 *
 * A part of an operation is named after the operation. A name in `taken` gets a number.
 */
export function componentNameOf(document: JsonObject, path: Path, taken: readonly string[]): string {
  const [section, route = "", method = "", ...rest] = path.map(String);
  const operationId = section === "paths" ? valueAt(document, ["paths", route, method, "operationId"]) : undefined;
  const segments =
    typeof operationId === "string"
      ? [operationNameOf(operationId, method, route), ...rest]
      : path.slice(section === "components" ? 2 : 1);
  const words = segments
    .filter((segment, index) => !NOT_IN_NAMES.has(String(segment)) && segments[index - 1] !== "content")
    .flatMap((segment) => (segment === "items" ? "Item" : String(segment).split(/[^A-Za-z0-9]+/)))
    .map(capitalize)
    .join("");
  const name = /^[A-Za-z]/.test(words) ? words : `Schema${words}`;
  const takenTypeNames = new Set(taken.map(typeNameOf));
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name}${number}`;
    if (!takenTypeNames.has(typeNameOf(candidate))) return candidate;
  }
}
