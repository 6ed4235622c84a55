import ts from "typescript";

/** The names that a document gave to a program, each with what it stands for. */
export interface GivenNames {
  /** Those of schemas, which are declared, and are used behind a namespace. */
  schemas: ReadonlyMap<string, string>;
  /** The names that are used only as members of a namespace, as in `client.listUsers`. */
  members: ReadonlyMap<string, string>;
  others: ReadonlyMap<string, string>;
}

const NONE: GivenNames = { schemas: new Map(), members: new Map(), others: new Map() };

/**
 * What a program is without its data: the kinds of its nodes and the names that it uses, with literals and the names of members
 * all alike, and without comments.
 */
export function skeletonOf(code: string, names: GivenNames = NONE): string {
  const file = ts.createSourceFile("code.ts", code, ts.ScriptTarget.ESNext, true);
  const [problem] = (file as unknown as { parseDiagnostics: ts.Diagnostic[] }).parseDiagnostics;
  if (problem) throw new Error(`${ts.flattenDiagnosticMessageText(problem.messageText, "\n")}\n${code}`);
  const parts: string[] = [];
  describe(file, names, parts);
  return parts.join(" ");
}

function describe(node: ts.Node, names: GivenNames, parts: string[]): void {
  if (isData(node)) {
    parts.push("data");
  } else if (ts.isIdentifier(node)) {
    parts.push(meaningOf(node, names) ?? node.text);
  } else {
    parts.push(`${node.kind}(`);
    ts.forEachChild(node, (child) => describe(child, names, parts));
    parts.push(")");
  }
}

function meaningOf(node: ts.Identifier, { schemas, members, others }: GivenNames): string | undefined {
  const { parent, text } = node;
  if (ts.isQualifiedName(parent)) return parent.right === node ? schemas.get(text) : undefined;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return members.get(text) ?? others.get(text);
  const isDeclared = ts.isTypeAliasDeclaration(parent) && parent.name === node;
  return (isDeclared ? schemas.get(text) : undefined) ?? others.get(text);
}

function isData(node: ts.Node): boolean {
  if (ts.isStringLiteral(node) || ts.isNumericLiteral(node)) return true;
  const { parent } = node;
  if (!ts.isIdentifier(node) || parent === undefined) return false;
  return (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === node;
}
