/** The operations of IAM Users. Each one runs through every row of the table. */
export type OperationName =
  | "listUsers"
  | "getUser"
  | "listUserGroupsFromUser"
  | "listInvites"
  | "deleteUsers"
  | "deleteInvites"
  | "replacePermissionsForUser"
  | "addPermissionsToUser"
  | "createInvites";

/** One call: a row of the table, how often its fault occurs, and the operation. */
export interface Cell {
  readonly row: string;
  /** `always`: every request gets the fault. `twice`: the first two do, and their writes are not applied. */
  readonly occurs: "always" | "twice";
  readonly operation: OperationName;
  /** Whether an attempt ends only by its timeout. */
  readonly isStalled: boolean;
  /** The number of attempts that go to a closed port instead of the server. */
  readonly refusals: number;
  /** Whether the call reuses a connection that has already served a request. */
  readonly onKeepAliveConnection: boolean;
}

/** The calls that a probe makes. A probe is a program that calls the client in one runtime. */
export interface Plan {
  /** The origins of the server. Browsers open at most six connections to each. */
  readonly origins: readonly string[];
  /** One origin for each cell that reuses a connection, so that the runtime has no other connection to it. */
  readonly unusedOrigins: readonly string[];
  readonly token: string;
  /** The number of calls in flight on one origin. */
  readonly concurrency: number;
  readonly cells: readonly Cell[];
}

/** The outcome of one call that the probe observed. */
export interface Observation {
  readonly cell: Cell;
  /** `result`, or the error's name and status. */
  readonly end: string;
  /** The result of a success. */
  readonly data?: unknown;
  /** The number of attempts that the error reports. */
  readonly attempts?: number;
  /** The number of calls of `fetch`. */
  readonly sent: number;
  /** The waits between the calls of `fetch`, in milliseconds of the virtual clock. */
  readonly waitsMs: readonly number[];
  /** The number of timers that are pending after the call. */
  readonly timersLeft: number;
  /** Whether the error, its stack or a cause contains the token. */
  readonly leaksToken: boolean;
  /** The excerpt of an `InvalidResponseError`. */
  readonly excerpt?: string;
  /** The messages of the error and its causes. */
  readonly message?: string;
}

/** The report of a probe. */
export interface Report {
  /** The user agent or version of the runtime. */
  readonly agent: string;
  readonly observations: readonly Observation[];
  readonly unhandledRejections: readonly string[];
}

/** The message of a deliberate unhandled rejection. It proves that the probe detects them. */
export const CANARY = "A deliberate unhandled rejection";

/** A closed port. Systems do not assign it to servers, and browsers do not block it. */
export const CLOSED_PORT = 2;

/** The number of requests that get a fault that occurs `twice`. */
export const TRANSIENT_FAULT_REQUESTS = 2;

/** Returns the path of a cell's requests. */
export function pathOf({ row, occurs, operation }: Cell): string {
  return `/cells/${row}/${occurs}/${operation}`;
}
