import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** An emitted operation: a function with its descriptor. */
export interface EmittedOperation {
  (client: object, input?: object): Promise<unknown>;
  readonly id: string;
}

/** The part of an operation in the emitted contract that tests use. */
export interface EmittedContractOperation {
  id: string;
  body?: true | "body";
  contentType?: string;
  unwrapped?: true;
  parameters: { name: string; required: boolean; schema: unknown }[];
  requestBody?: { schema: unknown };
  success: { status: number; schema?: unknown };
}

/** The exports of an emitted workspace that tests use. */
export interface EmittedPackages {
  operations: Record<string, EmittedOperation>;
  contract: { schemas: Record<string, unknown>; operations: Record<string, EmittedContractOperation> };
  createIamClient(options: object): object;
  createMockApi(
    contract: object,
    resolve: () => ((input: object) => unknown) | undefined,
    options: object,
  ): { handle(request: Request): Promise<Response> };
  sampleOf(contract: object, schema: unknown): unknown;
  createValidator(contract: object): (value: unknown, schema: unknown, field: string) => object[];
}

/** Loads the sources of an emitted workspace. `typeCheck` checks their types. */
export async function loadPackages(directory: string): Promise<EmittedPackages> {
  const load = (path: string) => import(pathToFileURL(join(directory, "packages", path)).href);
  const [operations, client, contract, mock, sample, validator] = await Promise.all([
    load("client/src/generated/operations.ts"),
    load("client/src/create-iam-client.ts"),
    load("msw/src/generated/contract.ts"),
    load("msw/src/create-mock-api.ts"),
    load("msw/src/schema/sample-of.ts"),
    load("msw/src/schema/create-validator.ts"),
  ]);
  return { operations, ...client, ...contract, ...mock, ...sample, ...validator };
}

/** Returns sample values for all inputs of an operation, or for its required parameters and its body. */
export function sampleInput(
  { contract, sampleOf }: EmittedPackages,
  { parameters, body, requestBody, contentType = "json" }: EmittedContractOperation,
  requiredOnly: boolean,
): object {
  const included = parameters.filter(({ required }) => required || !requiredOnly);
  const input = Object.fromEntries(included.map(({ name, schema }) => [name, sampleOf(contract, schema)]));
  if (!requestBody) return input;
  const json = sampleOf(contract, requestBody.schema);
  const sample = contentType.includes("json") ? json : withFiles(contract.schemas, json, requestBody.schema);
  return body === "body" ? { ...input, body: sample } : { ...input, ...(sample as object) };
}

/** The part of a JSON Schema that describes files. */
interface FileSchema {
  $ref?: string;
  format?: string;
  items?: FileSchema;
  properties?: Record<string, FileSchema>;
}

/** Replaces the texts that stand for files in a sample. */
function withFiles(schemas: Record<string, unknown>, sample: unknown, schema: unknown): unknown {
  const { $ref, format, items, properties = {} } = (schema ?? {}) as FileSchema;
  if ($ref !== undefined) return withFiles(schemas, sample, schemas[$ref.replace("#/schemas/", "")]);
  if (format === "binary") return new Blob([String(sample)], { type: "image/png" });
  if (Array.isArray(sample)) return sample.map((item) => withFiles(schemas, item, items));
  if (typeof sample !== "object" || sample === null) return sample;
  const members = Object.entries(sample).map(([name, member]) => [name, withFiles(schemas, member, properties[name])]);
  return Object.fromEntries(members);
}
