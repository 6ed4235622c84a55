import ts from "typescript";

import { findCycles, IN_PLACE } from "../schema/reference-cycles.ts";
import type { JsonObject } from "../spec/json.ts";
import { parseReference } from "../spec/references.ts";
import { typeNameOf } from "../text/identifier.ts";
import { mapSchemas, nameOf } from "./declare-schema-types.ts";

/** Returns the names of the schemas that contain themselves directly or only through arrays. */
export function findRecursiveArrays(document: JsonObject, names: readonly string[]): Set<string> {
  const paths = names.map((name) => ["components", "schemas", name]);
  const cycles = findCycles(document, paths, [...IN_PLACE, "items", "prefixItems"]);
  return new Set(cycles.map(({ reference }) => String(parseReference(reference)?.at(-1))));
}

/**
 * Declares the types of schemas as type aliases that refer to each other by name.
 *
 * TypeScript accepts `type Value = string | Value[]`, but not the same type as a member of an interface (TS2502).
 */
export function declareRecursiveTypes(nodes: readonly ts.Node[], names: ReadonlySet<string>): ts.Node[] {
  const aliases: ts.Node[] = [];
  const transformed = mapSchemas(nodes, (member, context) => {
    const replace = (node: ts.Node): ts.Node => {
      const name = schemaNameOf(node);
      return name !== undefined && names.has(name) ? referenceTo(name) : ts.visitEachChild(node, replace, context);
    };
    const name = nameOf(member);
    if (!names.has(name)) return member;
    const type = ts.visitNode(member.type, replace, ts.isTypeNode);
    if (!type) return member;
    aliases.push(ts.factory.createTypeAliasDeclaration(undefined, aliasOf(name), undefined, type));
    const { modifiers, questionToken } = member;
    return ts.factory.updatePropertySignature(member, modifiers, member.name, questionToken, referenceTo(name));
  });
  return [...transformed, ...aliases];
}

function aliasOf(name: string): string {
  return `Recursive${typeNameOf(name)}`;
}

function referenceTo(name: string): ts.TypeNode {
  return ts.factory.createTypeReferenceNode(aliasOf(name));
}

/** Returns the name in the type `components["schemas"]["<name>"]`. */
function schemaNameOf(node: ts.Node): string | undefined {
  if (!ts.isIndexedAccessTypeNode(node) || !ts.isIndexedAccessTypeNode(node.objectType)) return undefined;
  const { objectType: root, indexType: section } = node.objectType;
  const isComponents =
    ts.isTypeReferenceNode(root) && ts.isIdentifier(root.typeName) && root.typeName.text === "components";
  return isComponents && literalOf(section) === "schemas" ? literalOf(node.indexType) : undefined;
}

function literalOf(node: ts.TypeNode): string | undefined {
  return ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal) ? node.literal.text : undefined;
}
