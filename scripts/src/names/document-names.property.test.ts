import fc from "fast-check";
import ts from "typescript";
import { expect, it } from "vitest";

import { generateFromModel } from "../generate.ts";
import { operationNames, schemaNames } from "./generated-names.ts";
import type { JsonObject } from "../spec/json.ts";
import { modelOf } from "../test-utils/model-of.ts";
import { namedDocument, namesIn, READ_ONLY } from "../test-utils/documents/named-document.ts";
import { ownExports } from "./own-exports.ts";

/** Texts that often collide: exports, derived names, other spellings, reserved words. */
const text = fc.oneof(
  fc.constantFrom(...ownExports().keys()),
  fc.constantFrom(
    ..."listUsers ListUsers list-users list.users listUsersKey listUsersOptions listUsersInfinite".split(" "),
  ),
  fc.constantFrom(..."ListUsersInput ListUsersData User UserWritable user UserSchema delete keyOf 1 2fa".split(" ")),
  fc.string({ unit: "binary", maxLength: 4 }).filter((name) => !/%|__proto__/.test(name)),
);
const named = fc.record({
  gets: fc.uniqueArray(text, { maxLength: 8 }),
  schemas: fc.uniqueArray(text, { maxLength: 8 }),
});

it("never gives two exports the same name", () => {
  fc.assert(
    fc.property(named, ({ gets, schemas }) => {
      const model = modelOf(namedDocument({ gets, schemas }, READ_ONLY));
      const exports = [
        ...model.operations.flatMap(operationNames),
        ...model.schemas.flatMap(({ typeName }) => schemaNames(typeName, true)),
      ];
      expect(new Set(exports).size).toBe(exports.length);
      expect(exports.filter((name) => ownExports().has(name))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

it("chooses names that depend neither on the order of the document nor on unrelated parts", () => {
  fc.assert(
    fc.property(named, fc.integer(), ({ gets, schemas }, seed) => {
      const document = JSON.parse(namedDocument({ gets, schemas })) as {
        paths: JsonObject;
        components: { schemas: JsonObject };
      };
      const expected = namesIn(modelOf(JSON.stringify(document)));
      const shuffled = {
        ...document,
        paths: shuffle(
          { ...document.paths, "/unrelated": { get: { operationId: "zzz", responses: { "204": {} } } } },
          seed,
        ),
        components: { schemas: shuffle({ ...document.components.schemas, Zyx: {} }, seed) },
      };
      const { "operation zzz": _, "schema Zyx": __, ...names } = namesIn(modelOf(JSON.stringify(shuffled)));
      expect(names).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

function shuffle(object: JsonObject, seed: number): JsonObject {
  const rank = (text: string): number => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, seed);
  return Object.fromEntries(Object.entries(object).toSorted(([a], [b]) => rank(a) - rank(b)));
}

it("declares each name once in every generated file, even if the document uses the names that the files import", async () => {
  const files = await generateFromModel(
    modelOf(namedDocument({ gets: ["get"], posts: ["post"], schemas: ["Thing"] }, READ_ONLY)),
  );
  const local = [...new Set([...files].flatMap(([path, code]) => localNames(path, code)))];
  const ids = local.filter((name) => !name.startsWith("use"));
  const hostile = await generateFromModel(modelOf(namedDocument({ gets: ids, schemas: local }, READ_ONLY)));
  for (const [path, code] of hostile) {
    const names = localNames(path, code);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  }
});

/** Returns the names that a file imports and declares. */
function localNames(path: string, code: string): string[] {
  if (!path.endsWith(".ts")) return [];
  return ts.createSourceFile(path, code, ts.ScriptTarget.ESNext).statements.flatMap((statement) => {
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.map(({ name }) => (name as ts.Identifier).text);
    }
    if (ts.isImportDeclaration(statement)) {
      const bindings = statement.importClause?.namedBindings;
      if (!bindings) return [];
      return ts.isNamespaceImport(bindings) ? [bindings.name.text] : bindings.elements.map(({ name }) => name.text);
    }
    const { name } = statement as ts.DeclarationStatement;
    return name ? [name.text] : [];
  });
}
