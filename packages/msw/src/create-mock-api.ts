import type { Contract, ContractOperation } from "./contract.ts";
import { MockClock } from "./mock-clock.ts";
import { createRandom, type Random } from "./random.ts";
import { checkContentType } from "./request/check-content-type.ts";
import { createUnmatchedError, findMatch, type Match } from "./request/find-match.ts";
import { RateLimits, type RateLimitsOptions } from "./request/rate-limits.ts";
import { readInput } from "./request/read-input.ts";
import { Faults, replyWithFault } from "./response/faults.ts";
import { HttpError, createHttpError } from "./response/http-error.ts";
import { reply, replyWithError, replyWithFile, type ReplyContext } from "./response/reply.ts";
import { sampleBody } from "./response/sample-body.ts";
import { createValidator } from "./schema/create-validator.ts";

/** A delay in milliseconds: a number, a range to draw from uniformly, or a function of a random number generator. */
export type Latency = number | readonly [minMs: number, maxMs: number] | ((random: () => number) => number);

/** Options for token checks, rate limits, latency and size limits. */
export interface MockApiOptions extends RateLimitsOptions {
  /** The seed for random latencies and faults. The same seed and the same requests give the same responses. @default 1 */
  readonly seed?: number | undefined;
  /** The only accepted token. @default any non-empty token */
  readonly token?: string | undefined;
  /** Returns the server's time, in milliseconds since 1970. `advance` adds to it. @default Date.now */
  readonly clock?: (() => number) | undefined;
  /**
   * The delay before each response, in milliseconds: a number, a range, or a function of a random number generator.
   *
   * @default 0
   * @example
   * createMockWorkspace({ latencyMs: (random) => (random() < 0.99 ? 80 : 2_000) });
   */
  readonly latencyMs?: Latency | undefined;
  /** The maximum body size, in bytes. A larger body is a 413. The API's limit is undocumented. @default 1_048_576 */
  readonly maxBodyBytes?: number | undefined;
  /** The maximum length of path and query, in bytes. A longer one is a 414. The API's limit is undocumented. @default 8_192 */
  readonly maxUrlBytes?: number | undefined;
}

/** A request that reached the mock. */
export interface MockRequest {
  /** The operation id; `undefined` if no operation matches the method and path. */
  readonly operation: string | undefined;
  readonly method: string;
  readonly url: string;
  /** The headers by lower-case name, including the token. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as UTF-8 text; empty if there was none. */
  readonly body: string;
  /** The server's time when the request arrived, in milliseconds since 1970. */
  readonly receivedAtMs: number;
  /** The response status; `undefined` while pending, and after an abort or a network error. */
  status: number | undefined;
}

/** Returns the function that computes an operation's data from valid input; `undefined` if there is none. */
export type FindResolver = (operation: ContractOperation) => ((input: object) => unknown) | undefined;

/** An in-memory API. */
export interface MockApi {
  readonly clock: MockClock;
  readonly requests: MockRequest[];
  readonly faults: Faults;
  handle(request: Request): Promise<Response>;
  reset(): void;
}

/** The number of requests kept in `requests`. */
const MAX_REQUESTS = 10_000;

/** Creates the API of a contract: routing, token check, rate limits, validation and faults for all operations. */
export function createMockApi(contract: Contract, findResolver: FindResolver, options: MockApiOptions): MockApi {
  const { seed = 1, latencyMs = 0, maxBodyBytes = 2 ** 20, maxUrlBytes = 2 ** 13 } = options;
  const operations = Object.values(contract.operations);
  const validate = createValidator(contract);
  const clock = new MockClock(options.clock);
  const rateLimits = new RateLimits(options);
  const faults = new Faults();
  const requests: MockRequest[] = [];
  let random = createRandom(seed);

  async function handle(request: Request): Promise<Response> {
    request.signal.throwIfAborted();
    const match = findMatch(operations, request.method, new URL(request.url).pathname);
    const body = await request.arrayBuffer();
    const received = record(request, match?.operation.id, body);
    const delayMs = latencyOf(latencyMs, random);
    if (delayMs > 0) await clock.delay(delayMs, request.signal);
    const context: ReplyContext = { accept: request.headers.get("accept"), nowMs: clock.now() };
    const fault = match && faults.take(match.operation.id, random);
    if (fault?.applied) await respond(received, body, match, context);
    const response = fault ? replyWithFault(context, fault) : await respond(received, body, match, context);
    received.status = response.status;
    return request.method === "HEAD" ? new Response(null, response) : response;
  }

  function record(request: Request, operation: string | undefined, bytes: ArrayBuffer): MockRequest {
    const { method, url } = request;
    const headers = Object.fromEntries(request.headers);
    const body = new TextDecoder().decode(bytes);
    const received: MockRequest = {
      operation,
      method,
      url,
      headers,
      body,
      receivedAtMs: clock.now(),
      status: undefined,
    };
    requests.push(received);
    if (requests.length > MAX_REQUESTS) requests.shift();
    return received;
  }

  async function respond(
    received: MockRequest,
    bytes: ArrayBuffer,
    match: Match | undefined,
    context: ReplyContext,
  ): Promise<Response> {
    const { pathname, search } = new URL(received.url);
    try {
      if (match === undefined) throw createUnmatchedError(operations, pathname);
      const { operation, pathParameters } = match;
      const token = checkToken(received, options.token);
      const headers = rateLimits.count(operation, token, context.nowMs);
      checkSize(new TextEncoder().encode(pathname + search), maxUrlBytes, 414, "URL");
      checkSize(bytes, maxBodyBytes, 413, "body");
      checkContentType(operation, bytes, received.headers["content-type"]);
      const body = { bytes, text: received.body };
      const input = await readInput(contract, validate, operation, {
        pathParameters,
        search,
        headers: received.headers,
        body,
      });
      const { status, schema } = operation.success;
      const resolve = findResolver(operation);
      const data = resolve?.(input);
      const result = resolve ? (operation.unwrapped ? data : { data }) : sampleBody(contract, operation);
      if (operation.parseAs) return replyWithFile(context, status, result, operation.accept, headers);
      return reply(context, status, schema === undefined ? undefined : result, headers);
    } catch (error) {
      if (error instanceof HttpError) return replyWithError(context, error);
      throw error;
    }
  }

  function reset(): void {
    requests.length = 0;
    rateLimits.clear();
    faults.clear();
    clock.reset();
    random = createRandom(seed);
  }

  return { clock, requests, faults, handle, reset };
}

/** Returns the delay before a response, in milliseconds. */
function latencyOf(latencyMs: Latency, random: Random): number {
  if (typeof latencyMs === "number") return latencyMs;
  if (typeof latencyMs === "function") return latencyMs(random);
  const [minMs, maxMs] = latencyMs;
  return minMs + random() * (maxMs - minMs);
}

/** Returns the token of a request. @throws {HttpError} 401 if the token is missing or wrong. */
function checkToken({ headers }: MockRequest, expected: string | undefined): string {
  const token = /^Bearer +(\S+)$/i.exec(headers["authorization"] ?? "")?.[1];
  if (token !== undefined && (expected === undefined || token === expected)) return token;
  throw createHttpError(401, "unauthorized", "The token is missing or not valid");
}

/** @throws {HttpError} if the part exceeds `maxBytes`. */
function checkSize({ byteLength }: { byteLength: number }, maxBytes: number, status: number, part: string): void {
  if (byteLength > maxBytes)
    throw createHttpError(status, "too-large", `The ${part} has ${byteLength} bytes; the limit is ${maxBytes}`);
}
