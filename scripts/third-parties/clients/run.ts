import { readFileSync } from "node:fs";

/** The server, the token and the inputs of a client's calls. */
export interface CallInputs {
  readonly url: string;
  readonly token: string;
  readonly userId: string;
  /** Two users to delete. */
  readonly userIds: string[];
  /** Two invites to delete. */
  readonly emails: string[];
  readonly permissions: { roleId: string; resources: { id: string; type: "SOURCE" }[] }[];
  readonly invites: { email: string; permissions: { roleId: string }[] }[];
}

/** Creates one call for each operation. A call returns the `data` of the response, and rejects on an error. */
export type CreateCalls = (inputs: CallInputs) => Record<string, () => Promise<unknown>>;

/** Returns the query parameters of a list: `userIds.0`, `userIds.1` and so on. */
export function numbered<Name extends string>(name: Name, items: readonly string[]): Record<`${Name}.0`, string> {
  const entries = items.map((item, index) => [`${name}.${index}`, item] as const);
  return Object.fromEntries(entries) as Record<`${Name}.0`, string>;
}

/** Returns the `data` of a response. @throws with the body of an error. */
export async function dataOf(call: Promise<{ data?: { data?: unknown }; error?: unknown }>): Promise<unknown> {
  const { data, error } = await call;
  if (error !== undefined) throw new Error(JSON.stringify(error));
  return data?.data;
}

/** The outcome of a call. */
export interface Outcome {
  readonly data?: unknown;
  /** The message of the error, if the call failed. */
  readonly error?: string;
}

/** Makes all calls and prints their outcomes as JSON. Reads the inputs from standard input. */
export async function run(createCalls: CreateCalls): Promise<void> {
  const outcomes: Record<string, Outcome> = {};
  for (const [id, call] of Object.entries(createCalls(JSON.parse(readFileSync(0, "utf8")) as CallInputs))) {
    outcomes[id] = await call().then(
      (data) => ({ data }),
      (error: { message?: string }) => ({ error: error.message ?? JSON.stringify(error) }),
    );
  }
  console.log(JSON.stringify(outcomes));
}
