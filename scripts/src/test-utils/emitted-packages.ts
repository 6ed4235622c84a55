import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** An emitted operation: a function with its description on it. */
export interface EmittedOperation {
  (client: object, input?: object): Promise<unknown>;
  readonly id: string;
  readonly page?: string;
}

/** An operation of the emitted contract, as far as tests look at it. */
export interface EmittedContractOperation {
  id: string;
  body?: true | "body";
  bare?: true;
  parameters: { name: string; required: boolean; schema: unknown }[];
  requestBody?: { schema: unknown };
  success: { status: number; schema?: unknown };
}

/** What tests call of the packages that were laid out in a directory. */
export interface EmittedPackages {
  operations: Record<string, EmittedOperation>;
  contract: { operations: Record<string, EmittedContractOperation> };
  createIamClient(options: object): object;
  createMockApi(
    contract: object,
    behave: () => undefined,
    options: object,
  ): { handle(request: Request): Promise<Response> };
  sampleOf(contract: object, schema: unknown): unknown;
  createValidator(contract: object): (value: unknown, schema: unknown, field: string) => object[];
}

/** Loads the packages that `layOut` made. They are programs like any other: their types are checked elsewhere. */
export async function loadPackages(directory: string): Promise<EmittedPackages> {
  const load = (path: string) => import(pathToFileURL(join(directory, "packages", path)).href);
  const [operations, client, contract, mock, sample, validator] = await Promise.all([
    load("client/src/generated/operations.ts"),
    load("client/src/create-iam-client.ts"),
    load("msw/src/generated/contract.ts"),
    load("msw/src/create-mock-api.ts"),
    load("msw/src/response/sample-of.ts"),
    load("msw/src/request/create-validator.ts"),
  ]);
  return { operations, ...client, ...contract, ...mock, ...sample, ...validator };
}

/** Samples of an operation's inputs: of all of them, or of those that are required. */
export function sampleInput(
  { contract, sampleOf }: EmittedPackages,
  { parameters, body, requestBody }: EmittedContractOperation,
  requiredOnly: boolean,
): object {
  const wanted = parameters.filter(({ required }) => required || !requiredOnly);
  const input = Object.fromEntries(wanted.map(({ name, schema }) => [name, sampleOf(contract, schema)]));
  if (!requestBody) return input;
  const sample = sampleOf(contract, requestBody.schema);
  return body === "body" ? { ...input, body: sample } : { ...input, ...(sample as object) };
}
