import type { Contract, ContractOperation } from "./contract.ts";
import { delay } from "./delay.ts";
import { Faults, replyWithFault } from "./faults.ts";
import type { MockRequest } from "./mock-request.ts";
import { RateLimits, type RateLimitsOptions } from "./rate-limits.ts";
import { createValidator } from "./request/create-validator.ts";
import { matchOperation, type Match } from "./request/match-operation.ts";
import { readInput } from "./request/read-input.ts";
import { ApiFailure, failure } from "./response/api-failure.ts";
import { reply, replyWithFailure, type ReplyContext } from "./response/reply.ts";
import { sampleBody } from "./response/sample-body.ts";

/** How strict and how slow the API is. */
export interface MockApiOptions extends RateLimitsOptions {
  /** The only token that is accepted. @default any that is not empty */
  readonly token?: string | undefined;
  /** The server's time, in milliseconds since 1970. @default Date.now */
  readonly clock?: (() => number) | undefined;
  /** How long each answer takes, in milliseconds. @default 0 */
  readonly latencyMs?: number | undefined;
  /** The largest body that is accepted, in bytes; the API's own is not published. @default 1_048_576 */
  readonly maxBodyBytes?: number | undefined;
  /** The longest path with query that is accepted, in bytes; the API's own is not published. @default 8_192 */
  readonly maxUrlBytes?: number | undefined;
}

/** Gives an operation's data for a valid input; `undefined` when nothing is written for it. */
export type Behave = (operation: ContractOperation) => ((input: object) => unknown) | undefined;

/** An API in memory that a contract describes. */
export interface MockApi {
  readonly requests: MockRequest[];
  readonly faults: Faults;
  answer(request: Request): Promise<Response>;
  reset(): void;
}

/** How many requests are remembered. */
const MAX_REQUESTS = 10_000;

/** Makes an API of a contract: everything that all operations share, from the token to the rate limits. */
export function createMockApi(contract: Contract, behave: Behave, options: MockApiOptions): MockApi {
  const { clock = Date.now, latencyMs = 0, maxBodyBytes = 2 ** 20, maxUrlBytes = 2 ** 13 } = options;
  const validate = createValidator(contract);
  const rateLimits = new RateLimits(options);
  const faults = new Faults();
  const requests: MockRequest[] = [];

  async function answer(request: Request): Promise<Response> {
    request.signal.throwIfAborted();
    const { operation } = matchOperation(contract, request.method, new URL(request.url).pathname);
    const arrival = await receive(request, operation?.id);
    if (latencyMs > 0) await delay(latencyMs, request.signal);
    const context: ReplyContext = { accept: request.headers.get("accept"), nowMs: clock() };
    const response = interrupt(arrival, context) ?? carryOut(arrival, context);
    arrival.status = response.status;
    return response;
  }

  async function receive(request: Request, operation: string | undefined): Promise<MockRequest> {
    const { method, url } = request;
    const headers = Object.fromEntries(request.headers);
    const body = await request.text();
    const arrival: MockRequest = { operation, method, url, headers, body, atMs: clock(), status: undefined };
    requests.push(arrival);
    if (requests.length > MAX_REQUESTS) requests.shift();
    return arrival;
  }

  /** The answer of a fault that was asked for, if there is one. */
  function interrupt(arrival: MockRequest, context: ReplyContext): Response | undefined {
    const fault = arrival.operation === undefined ? undefined : faults.take(arrival.operation);
    if (fault?.carriedOut) carryOut(arrival, context);
    return fault && replyWithFault(context, fault);
  }

  function carryOut(arrival: MockRequest, context: ReplyContext): Response {
    try {
      const url = new URL(arrival.url);
      const { operation, path } = route(contract, arrival.method, url.pathname);
      const token = checkToken(arrival, options.token);
      const headers = rateLimits.count(operation, token, context.nowMs);
      checkSize(url.pathname + url.search, maxUrlBytes, 414, "URL");
      checkSize(arrival.body, maxBodyBytes, 413, "body");
      const { headers: sent, body: text } = arrival;
      const sources = { path, query: url.searchParams, headers: sent, body: text };
      const input = readInput(contract, validate, operation, sources);
      const { status, schema, bare } = operation.success;
      const behaviour = behave(operation);
      const data = behaviour?.(input);
      const body = behaviour ? (bare ? data : { data }) : sampleBody(contract, operation);
      return reply(context, status, schema === undefined ? undefined : body, headers);
    } catch (error) {
      if (error instanceof ApiFailure) return replyWithFailure(context, error);
      throw error;
    }
  }

  function reset(): void {
    requests.length = 0;
    rateLimits.clear();
    faults.clear();
  }

  return { requests, faults, answer, reset };
}

/** The operation and its path parameters. @throws {ApiFailure} 404 or 405 when there is none. */
function route(contract: Contract, method: string, pathname: string): Exclude<Match, { operation: undefined }> {
  const match = matchOperation(contract, method, pathname);
  if (match.operation !== undefined) return match;
  if (match.allowed.length === 0) throw failure(404, "not-found", "There is nothing at this path");
  const allow = match.allowed.join(", ");
  throw failure(405, "method-not-allowed", `This path takes ${allow}`, { allow });
}

/** The token of a request. @throws {ApiFailure} 401 when it is missing or is not the expected one. */
function checkToken({ headers }: MockRequest, expected: string | undefined): string {
  const token = /^Bearer +(\S+)$/i.exec(headers["authorization"] ?? "")?.[1];
  if (token !== undefined && (expected === undefined || token === expected)) return token;
  throw failure(401, "unauthorized", "The token is missing or not valid");
}

/** @throws {ApiFailure} when the text is too long. */
function checkSize(text: string, maxBytes: number, status: number, what: string): void {
  const bytes = new TextEncoder().encode(text).byteLength;
  if (bytes > maxBytes) throw failure(status, "too-large", `The ${what} has ${bytes} bytes; ${maxBytes} are accepted`);
}
