import { ConfigError, type RateLimit } from "@segment-iam/client";
import type { OperationId, UserV1 } from "@segment-iam/types";
import { createMockApi, type MockApiOptions, type MockRequest } from "./create-mock-api.ts";
import { contract } from "./generated/contract.ts";
import { copyState, seedState, type MockState, type SeedOptions } from "./mock-state.ts";
import { resolvers } from "./resolvers/index.ts";
import { acceptInvite } from "./resolvers/invites.ts";
import { defaultAssumptions, type MockAssumptions, type ResolverContext } from "./resolvers/resolver.ts";
import type { MockFault } from "./response/faults.ts";

/** Options of {@link createMockWorkspace}. */
export interface MockWorkspaceOptions extends SeedOptions, MockApiOptions {
  /** The seed for generated items, and for random latencies and faults. The same seed gives the same results. @default 1 */
  readonly seed?: number | undefined;
  /** Rate limits by operation id. `false` disables one limit or all. @default the limits in the spec */
  readonly limits?: false | { readonly [Id in OperationId]?: RateLimit | false | undefined } | undefined;
  /** Overrides the assumed behaviour where the API is undocumented. @default see `MockAssumptions` */
  readonly assumptions?: Partial<MockAssumptions> | undefined;
}

/** An in-memory workspace with its API. */
export interface MockWorkspace extends MockState {
  /** The only accepted token; `undefined` if any token is accepted. */
  readonly token: string | undefined;
  /** The last 10,000 requests, oldest first. */
  readonly requests: readonly MockRequest[];
  /** Responds as the API would. Pass it as the `fetch` option of a client. */
  readonly fetch: typeof globalThis.fetch;
  /**
   * Makes the calls of an operation fail, or with `"*"`, the calls of all operations. Several faults for one operation apply in order.
   *
   * @param operation the operation, its id, or `"*"`
   * @throws {RangeError} for an invalid `status` or `rate`.
   */
  fail(operation: OperationId | "*" | { readonly id: OperationId }, fault: MockFault): void;
  /**
   * Moves the server's time forward. Rate-limit windows expire, and delayed responses arrive.
   *
   * @throws {RangeError} if `ms` is negative or not finite.
   */
  advance(ms: number): void;
  /** Turns an invite into a user, as if the person had accepted it. @throws {Error} if the address has no invite. */
  acceptInvite(email: string): UserV1;
  /** Returns a copy of the contents. It can be stored as JSON, and passed to `createMockWorkspace` as options. */
  snapshot(): MockState;
  /** Replaces the contents with a copy of a snapshot. Keeps requests, faults, rate-limit counts and the time. */
  restore(snapshot: MockState): void;
  /** Restores the initial contents and the time, and clears requests, faults and rate-limit counts. */
  reset(): void;
}

/**
 * Creates a mock workspace. The same options create the same contents.
 *
 * @throws {ConfigError} for an invalid number of items or latency.
 * @example
 * const workspace = createMockWorkspace({ users: 20 });
 * const iam = createIamClient({ token: "any", fetch: workspace.fetch });
 * const { users } = await listUsers(iam);
 */
export function createMockWorkspace(options: MockWorkspaceOptions = {}): MockWorkspace {
  checkOptions(options);
  const assumptions = { ...defaultAssumptions, ...options.assumptions };
  const resolverById: Readonly<Record<string, AnyResolver | undefined>> = resolvers;
  const api = createMockApi(
    contract,
    ({ id }) => {
      const resolver = Object.hasOwn(resolverById, id) ? resolverById[id] : undefined;
      // The cast is safe: `input` was validated against the contract, and the resolver's type comes from the same spec.
      return resolver && ((input) => resolver(input as never, { state: workspace, assumptions }));
    },
    options,
  );
  const workspace: MockWorkspace = {
    ...seedState(options),
    token: options.token,
    requests: api.requests,
    fetch: async (input, init) => {
      // A srvx request cannot be copied with `new Request`.
      return api.handle(input instanceof Request && init === undefined ? input : new Request(input, init));
    },
    fail: (operation, fault) => api.faults.add(typeof operation === "string" ? operation : operation.id, fault),
    advance: (ms) => api.clock.advance(ms),
    acceptInvite: (email) => acceptInvite(workspace, email),
    snapshot: () => copyState(workspace),
    restore: (snapshot) => void Object.assign(workspace, copyState(snapshot)),
    reset() {
      Object.assign(workspace, seedState(options));
      api.reset();
    },
  };
  return workspace;
}

type AnyResolver = (input: never, context: ResolverContext) => unknown;

/**
 * Validates the numbers of items and the latency at run time, because they may come from the environment.
 *
 * @throws {ConfigError} for the first invalid option
 */
function checkOptions({ latencyMs, ...options }: MockWorkspaceOptions): void {
  for (const name of ["users", "invites", "groups"] as const) {
    const value: unknown = options[name];
    if (value !== undefined && !Array.isArray(value) && !(Number.isSafeInteger(value) && Number(value) >= 0))
      throw new ConfigError(`${name} must be the items or how many to generate, got ${show(value)}`);
  }
  const delays = Array.isArray(latencyMs) && latencyMs.length === 2 ? latencyMs : [latencyMs];
  if (latencyMs !== undefined && typeof latencyMs !== "function" && !delays.every(isDelay))
    throw new ConfigError(`latencyMs must be a number of at least 0, a range or a function, got ${show(latencyMs)}`);
}

function isDelay(value: unknown): boolean {
  return typeof value === "number" && value >= 0 && value < Infinity;
}

/** Formats a value for an error message. */
function show(value: unknown): string {
  return typeof value === "number" ? String(value) : (JSON.stringify(value) ?? typeof value);
}
