import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

import ts from "typescript";

import { REPOSITORY } from "../repository.ts";

interface PackageJson {
  name: string;
  private?: boolean;
  exports?: Record<string, string | { types: string }>;
}

let names: ReadonlyMap<string, string> | undefined;

/** Returns the exports of all published packages, each with the name of its package. Omits the exports of generated files. */
export function ownExports(): ReadonlyMap<string, string> {
  return (names ??= readExports(join(REPOSITORY, "packages")));
}

function readExports(directory: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const folder of readdirSync(directory)) {
    const manifest = join(directory, folder, "package.json");
    if (!existsSync(manifest)) continue;
    const { name, private: isPrivate, exports = {} } = JSON.parse(readFileSync(manifest, "utf8")) as PackageJson;
    if (isPrivate) continue;
    for (const entry of Object.values(exports)) {
      if (typeof entry === "string") continue;
      const source = entry.types.replace("/dist/", "/src/").replace(/\.d\.ts$/, ".ts");
      for (const exported of exportsOf(join(directory, folder, source))) found.set(exported, name);
    }
  }
  return found;
}

/** Returns the names that a file exports. Follows `export *` of hand-written files in the same folder. */
function exportsOf(path: string): string[] {
  const file = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.ESNext);
  return file.statements.flatMap((statement): string[] => {
    if (!ts.isExportDeclaration(statement)) return isExported(statement) ? declaredNames(statement) : [];
    const { exportClause, moduleSpecifier } = statement;
    if (exportClause)
      return ts.isNamedExports(exportClause) ? exportClause.elements.map(nameOf) : [nameOf(exportClause)];
    const target = moduleSpecifier && ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : "";
    if (!target.startsWith("./") || target.startsWith("./generated/")) return [];
    // Turbo's inputs of `generate` include no other files.
    if (target.lastIndexOf("/") > 1) throw new Error(`${path} must export the names of ${target} one by one`);
    return exportsOf(join(dirname(path), target));
  });
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
}

function declaredNames(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
  }
  const { name } = statement as ts.DeclarationStatement;
  return name ? [name.text] : [];
}

function nameOf({ name }: ts.ExportSpecifier | ts.NamespaceExport): string {
  return name.text;
}
