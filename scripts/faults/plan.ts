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

/** One call: a row of the table, how long its fault lasts, and the operation. */
export interface Cell {
  readonly row: string;
  /** `always`: every request gets the fault. `twice`: the first two do, and are not carried out. */
  readonly lasts: "always" | "twice";
  readonly operation: OperationName;
  /** Whether only a timeout ends its attempts. */
  readonly stalls: boolean;
  /** The number of attempts that go to a closed port instead of the server. */
  readonly refusals: number;
  /** Whether the call is made on a connection that has served a request already. */
  readonly onKeptConnection: boolean;
}

/** What a probe does. */
export interface Plan {
  /** The origins of the server. Browsers open at most six connections to each. */
  readonly origins: readonly string[];
  /** One origin for each cell that needs a kept connection, so that there is no other connection to it. */
  readonly unusedOrigins: readonly string[];
  readonly token: string;
  /** The number of calls in flight on one origin. */
  readonly width: number;
  readonly cells: readonly Cell[];
}

/** How one call ended, as the probe saw it. */
export interface Observation {
  readonly cell: Cell;
  /** `result`, or the error's name and status. */
  readonly end: string;
  /** The result of a success. */
  readonly data?: unknown;
  /** The number of attempts by the error. */
  readonly attempts?: number;
  /** The number of calls of `fetch`. */
  readonly sent: number;
  /** The time between them, on the clock of the call. */
  readonly waitsMs: readonly number[];
  /** The number of timers that the helpers left. */
  readonly timersLeft: number;
  /** Whether the error, its stack or a cause contains the token. */
  readonly tellsToken: boolean;
  /** The excerpt of an `InvalidResponseError`. */
  readonly excerpt?: string;
  /** The messages of the error and its causes. */
  readonly message?: string;
}

/** What a probe reports. */
export interface Report {
  /** What the runtime calls itself. */
  readonly agent: string;
  readonly observations: readonly Observation[];
  readonly unhandledRejections: readonly string[];
}

/** The message of a deliberate unhandled rejection. It proves that the probe sees such rejections. */
export const CANARY = "Nobody handles this";

/** A closed port. Systems do not assign it to servers, and browsers do not block it. */
export const CLOSED_PORT = 2;

/** The path of a cell's requests. */
export function pathOf({ row, lasts, operation }: Cell): string {
  return `/cells/${row}/${lasts}/${operation}`;
}
