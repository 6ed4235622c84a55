const IDENTIFIER = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/**
 * Words that cannot name a constant in a module, and `arguments`, `eval`, `undefined` and the like, which should not. A module
 * that exports `then` would have it called by whoever imports it with `await import()`; an object with a member `__proto__`
 * would have another prototype instead.
 */
const RESERVED_VALUES = new Set(
  (
    "__proto__ arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally " +
    "for function if implements import in Infinity instanceof interface let NaN new null package private protected " +
    "public return static super switch then this throw true try typeof undefined var void while with yield"
  ).split(" "),
);

/** Words that cannot name a type, besides those that cannot name a constant. */
const RESERVED_TYPES = new Set("any bigint boolean never number object string symbol unknown".split(" "));

/** Tells whether `name` can be exported as a constant as it is. Only ASCII names can. */
export function isIdentifier(name: string): boolean {
  return IDENTIFIER.test(name) && !RESERVED_VALUES.has(name);
}

/** Tells whether `name` can be exported as a type as it is. */
export function isTypeIdentifier(name: string): boolean {
  return isIdentifier(name) && !RESERVED_TYPES.has(name);
}

/** Words of ASCII with something harmless between them. Letters of other scripts could look like these and are not. */
const WORDS = /^[A-Za-z0-9_$]+(?:[\s./:#-]+[A-Za-z0-9_$]+)*$/;

/** The name of the function for an operationId: the id itself or, where it has parts (`repos/get-commit`), these in camel case. */
export function operationNameOf(id: string): string {
  if (!WORDS.test(id)) return id;
  const [first = "", ...rest] = id.split(/[^A-Za-z0-9_$]+/);
  return first + rest.map(capitalize).join("");
}

/** The name of the type for a schema: its own name or, where that cannot name a type (`simple-user`, `function`), in capitals. */
export function typeNameOf(name: string): string {
  if (isTypeIdentifier(name)) return name;
  return name
    .split(/[^A-Za-z0-9_$]+/)
    .map(capitalize)
    .join("");
}

/** Makes the first letter a capital: `listUsers` becomes `ListUsers`. */
export function capitalize(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
