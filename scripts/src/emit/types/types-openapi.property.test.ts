import {
  array,
  assert,
  asyncProperty,
  constantFrom,
  dictionary,
  letrec,
  oneof,
  record,
  subarray,
  tuple,
} from "fast-check";
import ts from "typescript";
import { expect, it } from "vitest";

import { readModel } from "../../drop-unsupported/read-model.ts";
import { parse } from "../../load.ts";
import type { JsonObject } from "../../spec/json.ts";
import { apiDocument } from "../../test-utils/documents/api-document.ts";
import { typesOperations, typesSchemas } from "./types-emitters.ts";
import { typesOpenapi } from "./types-openapi.ts";

const NAMES = ["alpha", "bravo", "kilo"];
const SCHEMAS = ["One", "Two", "Three"];

const reference = constantFrom(
  ...SCHEMAS.map((name) => `#/components/schemas/${name}`),
  "#/components/schemas/Object/properties/alpha",
  "#/components/schemas/Object/properties/bravo/items",
).map(($ref): JsonObject => ({ $ref }));

const keywords = oneof(
  { weight: 4, arbitrary: constantFrom<JsonObject>({}) },
  constantFrom<JsonObject>(
    { readOnly: true },
    { writeOnly: true },
    { nullable: true },
    { minProperties: 1 },
    { type: ["object", "null"] },
    { additionalProperties: false },
  ),
  subarray(NAMES, { minLength: 1 }).map((required): JsonObject => ({ required })),
);

const { schema, object } = letrec<{ schema: JsonObject; object: JsonObject }>((tie) => ({
  schema: oneof(
    { maxDepth: 3 },
    constantFrom<JsonObject>(
      { type: "string" },
      { type: ["integer", "null"] },
      { enum: ["a", null] },
      { const: 1 },
      {},
    ),
    tuple(reference, keywords).map((parts): JsonObject => Object.assign({}, ...parts) as JsonObject),
    tie("schema").map((items): JsonObject => ({ type: "array", items })),
    tuple(constantFrom("allOf", "anyOf", "oneOf"), array(tie("schema"), { minLength: 1, maxLength: 2 }), keywords).map(
      ([keyword, parts, others]): JsonObject => Object.assign({ [keyword]: parts }, others),
    ),
    tie("object"),
  ),
  object: record(
    {
      type: constantFrom("object"),
      properties: dictionary(constantFrom(...NAMES), tie("schema"), { maxKeys: 3 }),
      required: subarray(NAMES),
      additionalProperties: tie("schema"),
      patternProperties: dictionary(constantFrom("^x-", "^y-"), tie("schema"), { minKeys: 1, maxKeys: 2 }),
    },
    { requiredKeys: ["type"] },
  ),
}));

const document = tuple(schema, schema, object, schema, constantFrom("3.0.3", "3.1.0")).map(
  ([One, Two, Three, body, openapi]) => {
    const Object = { type: "object", properties: { alpha: One, bravo: { type: "array", items: Two } } };
    const schemas = { One, Two, Three, Object };
    const content = { "application/json": { schema: body } };
    const responses = { "200": { description: "Done.", content: { "application/json": { schema: body } } } };
    return apiDocument({ openapi, schemas, operation: { requestBody: { content }, responses } });
  },
);

/** The global types that generated types use. Loading the standard library of TypeScript would take most of the test. */
const GLOBALS = `
interface Array<T> { length: number; [index: number]: T }
interface Boolean {} interface CallableFunction {} interface Function {} interface IArguments {} interface NewableFunction {}
interface Number {} interface Object {} interface RegExp {} interface String {}
type Exclude<T, U> = T extends U ? never : T;
type NonNullable<T> = T & {};
type Omit<T, K extends keyof any> = { [P in Exclude<keyof T, K>]: T[P] };
type Record<K extends keyof any, T> = { [P in K]: T };
`;

it("emits types that compile", async () => {
  const property = asyncProperty(document, async (text) => {
    const { model } = readModel(parse(text, "spec.json"), true);
    const files = new Map([
      ["/globals.d.ts", GLOBALS],
      ["/openapi.ts", await typesOpenapi.emit(model)],
      ["/schemas.ts", await typesSchemas.emit(model)],
      ["/operations.ts", await typesOperations.emit(model)],
    ]);
    expect(diagnose(files)).toEqual([]);
  });
  await assert(property, { numRuns: 60 });
});

/** Type-checks files in memory. */
function diagnose(files: ReadonlyMap<string, string>): string[] {
  const options: ts.CompilerOptions = {
    allowImportingTsExtensions: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    noEmit: true,
    noLib: true,
    strict: true,
    target: ts.ScriptTarget.ES2022,
    types: [],
  };
  const host: ts.CompilerHost = {
    ...ts.createCompilerHost(options),
    directoryExists: () => true,
    fileExists: (path) => files.has(path),
    getSourceFile: (path, target) => ts.createSourceFile(path, files.get(path) ?? "", target),
    readFile: (path) => files.get(path),
  };
  const diagnostics = ts.getPreEmitDiagnostics(ts.createProgram([...files.keys()], options, host));
  return diagnostics.map(({ code, messageText }) => `TS${code}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`);
}
