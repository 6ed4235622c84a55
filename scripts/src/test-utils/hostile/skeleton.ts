import ts from "typescript";

/** The names in a program that come from a document, mapped to their roles. */
export interface DocumentNames {
  /** Names of schemas, which are declared or used as a member of a namespace. */
  schemas: ReadonlyMap<string, string>;
  /** Names used only as members of a namespace, as in `client.listUsers`. */
  members: ReadonlyMap<string, string>;
  /** All other names. */
  others: ReadonlyMap<string, string>;
}

/** The nodes that declare, import, export or use a type by its name. */
const TYPE_NAME_PARENTS = [
  ts.isTypeAliasDeclaration,
  ts.isInterfaceDeclaration,
  ts.isTypeReferenceNode,
  ts.isImportSpecifier,
  ts.isExportSpecifier,
];

const NONE: DocumentNames = { schemas: new Map(), members: new Map(), others: new Map() };

/**
 * Returns the structure of a program: its node kinds and identifiers.
 *
 * Literals and property names are replaced with a placeholder. Comments and patterns are dropped.
 */
export function skeletonOf(code: string, names: DocumentNames = NONE): string {
  const file = ts.createSourceFile("code.ts", code, ts.ScriptTarget.ESNext, true);
  const [problem] = (file as unknown as { parseDiagnostics: ts.Diagnostic[] }).parseDiagnostics;
  if (problem) throw new Error(`${ts.flattenDiagnosticMessageText(problem.messageText, "\n")}\n${code}`);
  const parts: string[] = [];
  collectParts(file, names, parts);
  return parts.join(" ");
}

function collectParts(node: ts.Node, names: DocumentNames, parts: string[]): void {
  // The generator leaves out a pattern that it cannot check.
  if (ts.isPropertyAssignment(node) && node.name.getText() === "pattern" && isData(node.initializer)) return;
  if (isData(node)) {
    parts.push("data");
  } else if (ts.isIdentifier(node)) {
    parts.push(roleOf(node, names) ?? node.text);
  } else {
    parts.push(`${node.kind}(`);
    ts.forEachChild(node, (child) => collectParts(child, names, parts));
    parts.push(")");
  }
}

function roleOf(node: ts.Identifier, { schemas, members, others }: DocumentNames): string | undefined {
  const { parent, text } = node;
  if (ts.isQualifiedName(parent)) return parent.right === node ? schemas.get(text) : undefined;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) {
    const isBaseType = ts.isExpressionWithTypeArguments(parent.parent);
    return (isBaseType ? schemas.get(text) : members.get(text)) ?? others.get(text);
  }
  const isTypeName = TYPE_NAME_PARENTS.some((matches) => matches(parent));
  return (isTypeName ? schemas.get(text) : undefined) ?? others.get(text);
}

function isData(node: ts.Node): boolean {
  if (ts.isStringLiteral(node) || ts.isNumericLiteral(node) || isQuotedKey(node)) return true;
  const { parent } = node;
  if (!ts.isIdentifier(node) || parent === undefined) return false;
  return (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === node;
}

/** Returns whether a node is a property name that `recordKey` quotes: `["constructor" as string]`. */
function isQuotedKey(node: ts.Node): boolean {
  if (!ts.isComputedPropertyName(node) || !ts.isAsExpression(node.expression)) return false;
  const { expression, type } = node.expression;
  return ts.isStringLiteral(expression) && type.kind === ts.SyntaxKind.StringKeyword;
}
