/** A type as it is written, and what one has to know to put it together with others. */
export interface TypeText {
  readonly code: string;
  /** `joint` has `|` or `&` on its outside; `primitive` says the same wherever it is said twice. */
  readonly form?: "joint" | "primitive";
}

export const UNKNOWN: TypeText = { code: "unknown" };
export const NULL: TypeText = { code: "null", form: "primitive" };
export const NEVER: TypeText = { code: "never", form: "primitive" };
/** An object without members. */
export const NOTHING_IN_IT: TypeText = { code: "Record<string, never>" };

/** Any of these types; none at all is `never`. */
export function unionOf(types: readonly TypeText[]): TypeText {
  return joined(types, " | ");
}

/** All of these types at once. */
export function intersectionOf(types: readonly TypeText[]): TypeText {
  return joined(types, " & ");
}

/** The type or `null`. */
export function orNull(type: TypeText): TypeText {
  return { code: `${inParentheses(type)} | null`, form: "joint" };
}

/** A list of the type. */
export function arrayOf(type: TypeText): TypeText {
  return { code: `${inParentheses(type)}[]` };
}

function joined(types: readonly TypeText[], sign: string): TypeText {
  const [only, ...others] = types;
  if (only === undefined) return NEVER;
  if (others.length === 0) return only;
  const said = new Set<string>();
  const kept = types.filter(({ code, form }) => {
    if (form !== "primitive") return true;
    return !said.has(code) && said.add(code);
  });
  return { code: kept.map(inParentheses).join(sign), form: "joint" };
}

function inParentheses({ code, form }: TypeText): string {
  return form === "joint" ? `(${code})` : code;
}
