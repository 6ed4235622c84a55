import ts from "typescript";

/** What a program is without its data: the kinds of its nodes, names and literals being all alike. */
export function skeletonOf(code: string): string {
  const file = ts.createSourceFile("code.ts", code, ts.ScriptTarget.ESNext, true);
  const [problem] = (file as unknown as { parseDiagnostics: ts.Diagnostic[] }).parseDiagnostics;
  if (problem) throw new Error(`${ts.flattenDiagnosticMessageText(problem.messageText, "\n")}\n${code}`);
  return describe(file);
}

function describe(node: ts.Node): string {
  const children: string[] = [];
  ts.forEachChild(node, (child) => void children.push(describe(child)));
  const kind = DATA.has(node.kind) ? "data" : String(node.kind);
  return children.length === 0 ? kind : `${kind}(${children.join(" ")})`;
}

const DATA = new Set([ts.SyntaxKind.Identifier, ts.SyntaxKind.StringLiteral, ts.SyntaxKind.NumericLiteral]);
