/** The position of a text in a document, which determines its valid characters. */
export type TextKind =
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

/** Returns the next text of a document. No text repeats. */
export type NextText = (kind: TextKind) => string;

/**
 * Removes characters that are invalid for each kind of text, such as slashes in path segments.
 *
 * Percent signs are removed from names, because validation rejects most of them.
 */
const SANITIZERS: Record<TextKind, (text: string) => string> = {
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

/** Creates benign texts: the kind followed by a number. */
export function createBenignTexts(): NextText {
  let count = 0;
  return (kind) => `${kind}${(count += 1)}`;
}

/** Creates texts that cycle through the given ones, sanitized for their kind. Repeated texts get a numeric suffix. */
export function createHostileTexts(texts: readonly string[], ids: readonly string[]): NextText {
  const used = new Set<string>();
  let count = 0;
  return (kind) => {
    count += 1;
    const source = kind === "id" ? ids : texts;
    const text = SANITIZERS[kind](source[count % source.length] ?? "");
    // Objects list numeric keys first, which would change the order of the document.
    const unique = used.has(text.toLowerCase()) || /^\d*$/.test(text) ? `${text}n${count}` : text;
    used.add(unique.toLowerCase());
    return unique;
  };
}
