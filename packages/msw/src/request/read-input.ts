import type { RequestError } from "@segment-iam/types";
import type { Contract, ContractBody, ContractOperation } from "../contract.ts";
import { ApiFailure } from "../response/api-failure.ts";
import { coerce } from "./coerce.ts";
import type { Validator } from "./create-validator.ts";
import { parseQuery } from "./parse-query.ts";

/** Where an operation's input comes from. */
export interface InputSources {
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The headers by their names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  /** The text of the body. */
  readonly body: string;
}

/**
 * Reads an operation's flat input, as the client takes it. A name in the query that the operation does not have is refused.
 *
 * @throws {ApiFailure} 422 with everything that is wrong with it.
 */
export function readInput(
  contract: Contract,
  validate: Validator,
  operation: ContractOperation,
  sources: InputSources,
): Record<string, unknown> {
  const problems: RequestError[] = [];
  const input: Record<string, unknown> = {};
  const query = parseQuery(
    sources.query,
    operation.parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name),
  );
  for (const { name, in: place, required, schema } of operation.parameters) {
    const value = { path: sources.path[name], query: query.get(name), header: sources.headers[name.toLowerCase()] }[
      place
    ];
    if (place === "query") query.delete(name);
    if (value === undefined) {
      if (required) problems.push(problem(name, "is required"));
      continue;
    }
    input[name] = coerce(contract, value, schema);
    problems.push(...validate(input[name], schema, name));
  }
  problems.push(...[...query.keys()].map((name) => problem(name, "is not allowed")));
  const body = operation.body && readBody(operation.body, sources.body, validate, problems);
  if (problems.length > 0) throw new ApiFailure(422, problems);
  return { ...members(operation, body), ...input };
}

/** The value of a body; `undefined` when there is none. */
function readBody(
  { required, schema }: ContractBody,
  text: string,
  validate: Validator,
  problems: RequestError[],
): unknown {
  if (text === "") {
    if (required) problems.push(problem("body", "is required"));
    return undefined;
  }
  try {
    const value: unknown = JSON.parse(text);
    problems.push(...validate(value, schema, ""));
    return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    problems.push(problem("body", "is not JSON"));
    return undefined;
  }
}

/** A body's members, or the body as the one input it is. */
function members({ body }: ContractOperation, value: unknown): object {
  if (body === undefined || value === undefined) return {};
  return body.whole ? { body: value } : { ...(value as object) };
}

function problem(field: string, reason: string): RequestError {
  return { type: "input-validation", message: `${JSON.stringify(field)} ${reason}`, field };
}
