const IDENTIFIER = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/**
 * Names that an exported constant cannot have, and names it should not have, such as `arguments` and `undefined`.
 *
 * `await import()` would call an exported `then`. A member `__proto__` in an object literal would set the prototype.
 */
const RESERVED_VALUES = new Set(
  (
    "__proto__ arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally " +
    "for function if implements import in Infinity instanceof interface let NaN new null package private protected " +
    "public return static super switch then this throw true try typeof undefined var void while with yield"
  ).split(" "),
);

/** Further names that an exported type cannot have. */
const RESERVED_TYPES = new Set("any bigint boolean never number object string symbol unknown".split(" "));

/** Returns whether `name` is a valid name for an exported constant. Only ASCII names are valid. */
export function isIdentifier(name: string): boolean {
  return IDENTIFIER.test(name) && !RESERVED_VALUES.has(name);
}

/** Returns whether `name` is a valid name for an exported type. */
export function isTypeIdentifier(name: string): boolean {
  return isIdentifier(name) && !RESERVED_TYPES.has(name);
}

/** ASCII words with separators. Other scripts are excluded because their letters can look like ASCII letters. */
const SEPARATED_WORDS = /^[A-Za-z0-9_$]+(?:[\s./:#-]+[A-Za-z0-9_$]+)*$/;

/** Returns the function name of an operationId. An id with separators (`repos/get-commit`) becomes camel case. */
export function operationNameOf(id: string): string {
  if (!SEPARATED_WORDS.test(id)) return id;
  const [first = "", ...rest] = id.split(/[^A-Za-z0-9_$]+/);
  return first + rest.map(capitalize).join("");
}

/** Returns the type name of a schema. An invalid type name (`simple-user`, `function`) becomes Pascal case. */
export function typeNameOf(name: string): string {
  if (isTypeIdentifier(name)) return name;
  return name
    .split(/[^A-Za-z0-9_$]+/)
    .map(capitalize)
    .join("");
}

/** Capitalizes the first letter: `listUsers` becomes `ListUsers`. */
export function capitalize(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
