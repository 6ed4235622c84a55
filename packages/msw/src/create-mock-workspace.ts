import type { OperationId, UserV1 } from "@segment-iam/types";
import { acceptInvite } from "./accept-invite.ts";
import { defaultAssumptions, type MockAssumptions } from "./assumptions.ts";
import type { BehaviourContext } from "./behaviours/behaviour.ts";
import { behaviours } from "./behaviours/index.ts";
import type { ContractLimit } from "./contract.ts";
import { createMockApi, type MockApiOptions } from "./create-mock-api.ts";
import type { Fault } from "./faults.ts";
import { contract } from "./generated/contract.ts";
import type { MockRequest } from "./mock-request.ts";
import type { MockState } from "./mock-state.ts";
import { seedState, type SeedOptions } from "./seed/seed-state.ts";

/** What a mock workspace begins with, and how its API answers. */
export interface MockWorkspaceOptions extends SeedOptions, MockApiOptions {
  /** Limits by operation, instead of the spec's; `false` lets everything through. @default the spec's */
  readonly limits?: false | { readonly [Id in OperationId]?: ContractLimit | false | undefined } | undefined;
  /** Settles what is not known of the API. @default see `MockAssumptions` */
  readonly assumptions?: Partial<MockAssumptions> | undefined;
}

/** A workspace in memory, and the API in front of it. */
export interface MockWorkspace extends MockState {
  /** The requests that arrived, the oldest first; the last 10,000 are kept. */
  readonly requests: readonly MockRequest[];
  /** Answers a request as the API would. It is a `fetch`, so a client takes it as its own. */
  readonly fetch: typeof globalThis.fetch;
  /** Makes the next calls of an operation fail. Several faults of one operation follow each other. */
  fail(operation: OperationId | { readonly id: OperationId }, fault: Fault): void;
  /** Makes a user of an invite, as if the person had accepted it. @throws {Error} when the address has no invite. */
  acceptInvite(email: string): UserV1;
  /** Starts over: the first state, no requests, no faults, and all of the rate limits. */
  reset(): void;
}

/**
 * Makes a workspace. Two with the same options hold the same users and answer the same.
 *
 * @example
 * const workspace = createMockWorkspace({ users: 20 });
 * const iam = createIamClient({ token: "any", fetch: workspace.fetch });
 * const { users } = await listUsers(iam);
 */
export function createMockWorkspace(options: MockWorkspaceOptions = {}): MockWorkspace {
  const assumptions = { ...defaultAssumptions, ...options.assumptions };
  const written: Readonly<Record<string, AnyBehaviour | undefined>> = behaviours;
  const api = createMockApi(
    contract,
    ({ id }) => {
      const behaviour = Object.hasOwn(written, id) ? written[id] : undefined;
      // The input was validated against the contract, which comes from the same spec as the behaviour's type.
      return behaviour && ((input) => behaviour(input as never, { state: workspace, assumptions }));
    },
    options,
  );
  const workspace: MockWorkspace = {
    ...seedState(options),
    requests: api.requests,
    fetch: async (input, init) => {
      // A server's own kind of request cannot be copied, and need not be.
      return api.answer(input instanceof Request && init === undefined ? input : new Request(input, init));
    },
    fail: (operation, fault) => api.faults.add(typeof operation === "string" ? operation : operation.id, fault),
    acceptInvite: (email) => acceptInvite(workspace, email),
    reset() {
      Object.assign(workspace, seedState(options));
      api.reset();
    },
  };
  return workspace;
}

type AnyBehaviour = (input: never, context: BehaviourContext) => unknown;
