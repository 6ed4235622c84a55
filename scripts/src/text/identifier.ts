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

/** Returns whether `name` is a valid name for an object member, which may be a reserved word. */
export function isMemberName(name: string): boolean {
  return IDENTIFIER.test(name) && name !== "__proto__";
}

/** Returns the function name of an operationId. An id that is not a valid name becomes camel case. May return a reserved word. */
export function operationNameOf(operationId: string, method: string, path: string): string {
  if (IDENTIFIER.test(operationId)) return operationId;
  const [first, ...rest] = wordsOf(operationId);
  if (first === undefined) return routeNameOf(method, path);
  if (/^\d/.test(first)) return method.toLowerCase() + pascalCase([first, ...rest]);
  // A first word in capitals, such as `IAM`, is unchanged.
  return first.replace(/^[A-Z](?![A-Z])/, (letter) => letter.toLowerCase()) + pascalCase(rest);
}

/** Returns the function name of an operation without operationId: `GET /users/{userId}` becomes `getUsersByUserId`. */
export function routeNameOf(method: string, path: string): string {
  // The capture group keeps the parameters in the result, at odd indexes.
  const parts = path.split(/\{([^{}]*)\}/).map((part, index) => {
    const name = pascalCase(wordsOf(part).flatMap((word) => word.split("_")));
    return index % 2 === 1 ? `By${name}` : name;
  });
  return method.toLowerCase() + parts.join("");
}

/** Returns the type name of a schema. An invalid type name (`simple-user`, `function`) becomes Pascal case. */
export function typeNameOf(name: string): string {
  if (isTypeIdentifier(name)) return name;
  const typeName = pascalCase(wordsOf(name));
  return /^(?:\d|$)/.test(typeName) ? `Schema${typeName}` : typeName;
}

/** Capitalizes the first letter: `listUsers` becomes `ListUsers`. */
export function capitalize(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Compares texts by code units, so that the order does not depend on the locale. */
export function compareCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * Splits a text into words of ASCII letters, digits, `_` and `$`.
 *
 * Accents are removed. Letters without an ASCII form become their code point, because they can look like ASCII letters.
 */
function wordsOf(text: string): string[] {
  const letters = text.normalize("NFKD").replace(/\p{M}+/gu, "");
  const words = letters.split(/[^\p{L}\p{N}_$]+/u).filter((word) => word !== "");
  return words.map((word) => word.replace(/[^\w$]/gu, (letter) => `U${letter.codePointAt(0)?.toString(16)}`));
}

function pascalCase(words: readonly string[]): string {
  return words.map(capitalize).join("");
}
