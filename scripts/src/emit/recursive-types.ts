import ts from "typescript";

import { findCycles, IN_PLACE } from "../schema/reference-cycles.ts";
import type { JsonObject } from "../spec/json.ts";
import { parseReference } from "../spec/references.ts";
import { typeNameOf } from "../text/identifier.ts";

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
  const transformer: ts.TransformerFactory<ts.Node> = (context) => {
    const replace = (node: ts.Node): ts.Node => {
      const name = schemaNameOf(node);
      return name !== undefined && names.has(name) ? referenceTo(name) : ts.visitEachChild(node, replace, context);
    };
    const declare = (node: ts.Node): ts.Node => {
      if (!ts.isPropertySignature(node) || !node.type) return node;
      const name = textOf(node.name);
      if (!names.has(name)) return node;
      const type = ts.visitNode(node.type, replace, ts.isTypeNode);
      aliases.push(ts.factory.createTypeAliasDeclaration(undefined, aliasOf(name), undefined, type));
      return ts.factory.updatePropertySignature(node, node.modifiers, node.name, node.questionToken, referenceTo(name));
    };
    return (node) => {
      if (!ts.isInterfaceDeclaration(node) || node.name.text !== "components") return node;
      const visitSection = (section: ts.Node): ts.Node => {
        const isSchemas = ts.isPropertySignature(section) && textOf(section.name) === "schemas";
        const visitType = (type: ts.Node): ts.Node => ts.visitEachChild(type, declare, context);
        return isSchemas ? ts.visitEachChild(section, visitType, context) : section;
      };
      return ts.visitEachChild(node, visitSection, context);
    };
  };
  const { transformed } = ts.transform([...nodes], [transformer]);
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

function textOf(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : "";
}
