/** What a text in a document is for, which decides what may be in it. */
export type Use =
  | "prose"
  | "name"
  | "value"
  | "header"
  | "segment"
  | "parameter"
  | "schema"
  | "id"
  | "subtype"
  | "pattern";

/** Gives the texts of a document, each another one. */
export type Say = (use: Use) => string;

/**
 * Takes from a text what a document could not have in its place at all, such as a slash in a part of a path, and the
 * percent signs, most of which are refused in names.
 */
const FITTING: Record<Use, (text: string) => string> = {
  prose: (text) => text,
  name: (text) => (text === "__proto__" ? "__proto_" : text.replaceAll("%", "")),
  value: (text) => text,
  header: (text) => `X-${text.replace(/[^\w!#$&'*+.^`|~-]/g, "")}`,
  segment: (text) => text.replace(/[\s{}?#/%]/g, ""),
  parameter: (text) => text.replace(/[{}/?#\s%]/g, "") || "p",
  schema: (text) => `${text.replaceAll("%", "")}S`,
  id: (text) => text,
  subtype: (text) => text.replace(/[\s;+%]/g, ""),
  pattern: (text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`),
};

/** Says harmless texts, each the name of its use and a number. */
export function sayHarmless(): Say {
  let count = 0;
  return (use) => `${use}${(count += 1)}`;
}

/** Says the given texts, in turn and fitted to their use, with a number where one was said before. */
export function sayHostile(texts: readonly string[], ids: readonly string[]): Say {
  const said = new Set<string>();
  let count = 0;
  return (use) => {
    count += 1;
    const source = use === "id" ? ids : texts;
    const text = FITTING[use](source[count % source.length] ?? "");
    // A name that is a number would come first in any object, whatever the document's order.
    const unique = said.has(text.toLowerCase()) || /^\d*$/.test(text) ? `${text}n${count}` : text;
    said.add(unique.toLowerCase());
    return unique;
  };
}
