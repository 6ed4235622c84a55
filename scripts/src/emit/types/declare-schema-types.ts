import ts from "typescript";

import type { Schema } from "../../model/model.ts";
import { findCycles, IN_PLACE } from "../../schema/reference-cycles.ts";
import type { JsonObject } from "../../spec/json.ts";
import { componentName } from "../../spec/references.ts";
import { typeNameOf } from "../../text/identifier.ts";
import { proseComment } from "../comments.ts";

/** The nodes of the types of a document, and the schemas that have a named type. */
export interface DeclaredTypes {
  nodes: ts.Node[];
  /** The names of the types, which are those of the schemas. */
  declared: ReadonlySet<string>;
}

/**
 * Declares the object types of schemas under their own names: `type User = { id: string }` instead of a member of `components`.
 *
 * Editors then show `User` instead of its members. A schema stays a member if its request type differs, or if the types use its name
 * for something else, such as `Record`.
 */
export function declareSchemaTypes(nodes: readonly ts.Node[], schemas: readonly Schema[]): DeclaredTypes {
  const taken = namesIn(nodes);
  const declarable = schemas.filter(
    ({ typeName, writableTypeName }) => writableTypeName === undefined && !taken.has(typeName),
  );
  const bySchema = new Map(declarable.map((schema) => [schema.name, schema]));
  const declarations = new Map<string, ts.Node>();
  const transformed = mapSchemas(nodes, (member) => {
    const schema = bySchema.get(nameOf(member));
    if (!schema || !member.type || !ts.isTypeLiteralNode(member.type)) return member;
    declarations.set(schema.typeName, declare(schema, member.type));
    const reference = ts.factory.createTypeReferenceNode(schema.typeName);
    return ts.factory.updatePropertySignature(member, member.modifiers, member.name, member.questionToken, reference);
  });
  return { nodes: [...transformed, ...declarations.values()], declared: new Set(declarations.keys()) };
}

function declare({ typeName, doc }: Schema, type: ts.TypeNode): ts.Node {
  const modifiers = [ts.factory.createModifier(ts.SyntaxKind.ExportKeyword)];
  const declaration = ts.factory.createTypeAliasDeclaration(modifiers, typeName, undefined, type);
  const text = proseComment(doc).trim();
  if (!text) return declaration;
  return ts.addSyntheticLeadingComment(
    declaration,
    ts.SyntaxKind.MultiLineCommentTrivia,
    // The printer adds the delimiters.
    text.slice("/*".length, -"*/".length),
    true,
  );
}

/** Maps the members of `components["schemas"]`. */
function mapSchemas(
  nodes: readonly ts.Node[],
  map: (member: ts.PropertySignature, context: ts.TransformationContext) => ts.PropertySignature,
): readonly ts.Node[] {
  const transformer: ts.TransformerFactory<ts.Node> = (context) => {
    const visitMember = (node: ts.Node): ts.Node => (ts.isPropertySignature(node) ? map(node, context) : node);
    const visitType = (type: ts.Node): ts.Node => ts.visitEachChild(type, visitMember, context);
    const visitSection = (section: ts.Node): ts.Node =>
      ts.isPropertySignature(section) && nameOf(section) === "schemas"
        ? ts.visitEachChild(section, visitType, context)
        : section;
    return (node) =>
      ts.isInterfaceDeclaration(node) && node.name.text === "components"
        ? ts.visitEachChild(node, visitSection, context)
        : node;
  };
  return ts.transform([...nodes], [transformer]).transformed;
}

/** Returns the name of a member. */
function nameOf({ name }: ts.PropertySignature): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : "";
}

/** Returns all names that the nodes declare or refer to. */
function namesIn(nodes: readonly ts.Node[]): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName)) names.add(node.typeName.text);
    if ((ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) && ts.isIdentifier(node.name)) {
      names.add(node.name.text);
    }
    ts.forEachChild(node, visit);
  };
  for (const node of nodes) visit(node);
  return names;
}

/** Returns the names of the schemas that contain themselves directly or only through arrays. */
export function findRecursiveArrays(document: JsonObject, names: readonly string[]): Set<string> {
  const paths = names.map((name) => ["components", "schemas", name]);
  const cycles = findCycles(document, paths, [...IN_PLACE, "items", "prefixItems"]);
  return new Set(cycles.map(({ reference }) => componentName(reference)));
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
