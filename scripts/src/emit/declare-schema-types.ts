import ts from "typescript";

import type { Schema } from "../model/model.ts";
import { proseComment } from "./comments.ts";

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
export function mapSchemas(
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
export function nameOf({ name }: ts.PropertySignature): string {
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
