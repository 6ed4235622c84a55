import { parseTree, type Node } from "jsonc-parser";

import type { Json, Path } from "./json.ts";
import type { ParsedDocument, Position } from "./spec-error.ts";

/**
 * Parses JSON with `JSON.parse`, which is much faster than the YAML parser.
 *
 * Returns `undefined` if the text is not JSON or an object has a duplicate key. The YAML parser then reports the position.
 */
export function parseJson(text: string): ParsedDocument | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  try {
    const value = JSON.parse(text) as Json;
    // JSON.parse keeps only the last of several equal keys.
    if (countKeys(value) !== countKeysInText(text)) return undefined;
    let root: Node | undefined;
    return { value, positionOf: (path) => positionAt(text, offsetOf((root ??= parseTree(text)), path)) };
  } catch {
    return undefined;
  }
}

/** Counts the members of all objects in a value. */
function countKeys(value: Json): number {
  if (typeof value !== "object" || value === null) return 0;
  const members = Object.values(value);
  return members.reduce(
    (count: number, member) => count + countKeys(member),
    Array.isArray(value) ? 0 : members.length,
  );
}

/** Counts the strings that are followed by a colon in the text of valid JSON. */
function countKeysInText(text: string): number {
  let count = 0;
  for (const [, colon] of text.matchAll(/"(?:[^"\\]|\\.)*"\s*(:)?/g)) if (colon) count += 1;
  return count;
}

/** Returns the offset of the last key of `path`, or of its nearest existing ancestor. */
function offsetOf(root: Node | undefined, path: Path): number {
  let node = root;
  let offset = root?.offset ?? 0;
  for (const key of path) {
    const children = node?.children ?? [];
    const isArray = node?.type === "array";
    const child = isArray ? children[Number(key)] : children.find(({ children: [name] = [] }) => name?.value === key);
    if (!child) break;
    offset = child.offset;
    node = isArray ? child : child.children?.[1];
  }
  return offset;
}

function positionAt(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split("\n");
  return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
}
