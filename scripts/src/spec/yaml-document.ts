import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from "yaml";

import type { Json, Path } from "./json.ts";
import { SpecError, SpecErrors, type ParsedDocument, type Position } from "./spec-error.ts";

/** The maximum number of expanded aliases. Prevents a small file from expanding to a huge document. */
const MAX_ALIASES = 1_000;

/** Matches the errors that the parser reports, one per level, when its recursion exhausts the stack. */
const STACK_EXHAUSTED = /maximum call stack|stack overflow/i;

/**
 * Parses YAML or JSON.
 *
 * @throws {SpecErrors} If the text is not valid YAML, is nested too deeply, or has too many aliases.
 */
export function parseYaml(text: string, file: string): ParsedDocument {
  const lines = new LineCounter();
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: true });
    const found = [...document.errors, ...document.warnings];
    const tooDeep = found.find(({ message }) => STACK_EXHAUSTED.test(message));
    if (tooDeep) {
      const [reason, fix] = ["The document is nested too deeply", "Move the inner parts to components"];
      throw new SpecErrors([new SpecError(file, position(tooDeep.pos[0]), reason, fix)]);
    }
    const problems = found.map(
      ({ pos, message }) =>
        new SpecError(file, position(pos[0]), message.replace(/\.$/, ""), "Correct the YAML or JSON"),
    );
    if (problems.length > 0) throw new SpecErrors(problems);
    const value = document.toJS({ maxAliasCount: MAX_ALIASES }) as Json;
    return { value, positionOf: (path) => position(offsetOf(document, path)) };
  } catch (cause) {
    if (cause instanceof SpecErrors) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SpecErrors([new SpecError(file, { line: 1, column: 1 }, reason, "Replace repeated parts with $ref")]);
  }
}

/** Returns the offset of the last key of `path`, or of its nearest existing ancestor. */
function offsetOf(document: Document.Parsed, path: Path): number {
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const key of path) {
    const found = child(document, node, key);
    if (!found) break;
    offset = found.at.range?.[0] ?? offset;
    node = found.value;
  }
  return offset;
}

function child(document: Document, reference: unknown, key: string | number): { at: Node; value: unknown } | undefined {
  const node = isAlias(reference) ? reference.resolve(document) : reference;
  if (isSeq(node)) {
    const value = node.items[Number(key)];
    return isNode(value) ? { at: value, value } : undefined;
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key: name }) => isScalar(name) && String(name.value) === String(key));
  if (pair && isNode(pair.key)) return { at: pair.key, value: pair.value };
  // The parser represents a merge key (https://yaml.org/type/merge.html) by a symbol.
  const merges = node.items.filter(({ key: name }) => isScalar(name) && typeof name.value === "symbol");
  const sources = merges.flatMap(({ value }) => (isSeq(value) ? value.items : [value]));
  return sources.map((source) => child(document, source, key)).find((found) => found !== undefined);
}
