/** The operations of IAM Users, all of which go through every row of the table. */
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

/** One call to make: a row of the table, for how many requests its fault lasts, and the operation. */
export interface Cell {
  readonly row: string;
  /** `always`: every request meets the fault. `twice`: the first two do, which are then not carried out. */
  readonly lasts: "always" | "twice";
  readonly operation: OperationName;
  /** Whether its attempts end by their time limit only. */
  readonly stalls: boolean;
  /** How many attempts of the call go to a port where nobody listens, instead of to the server. */
  readonly refusals: number;
  /** Whether the call is made on a connection that has served a request already. */
  readonly onKeptConnection: boolean;
}

/** What a runtime is told to do. */
export interface Plan {
  /** The origins of the server: several, because browsers open six connections to each at most. */
  readonly origins: readonly string[];
  /** One more for each cell that needs a kept connection: on an origin of its own there is no other. */
  readonly unusedOrigins: readonly string[];
  readonly token: string;
  /** How many calls are under way at once on one origin. */
  readonly width: number;
  readonly cells: readonly Cell[];
}

/** How one call ended, as the runtime saw it. */
export interface Observation {
  readonly cell: Cell;
  /** `result`, or the error's name and status. */
  readonly end: string;
  /** The result, where there is one. */
  readonly data?: unknown;
  /** How many attempts the error says there were. */
  readonly attempts?: number;
  /** How many requests were handed to `fetch`. */
  readonly sent: number;
  /** The time between them by the call's clock, which skips every wait. */
  readonly waitsMs: readonly number[];
  /** How many timers of the helpers were left behind. */
  readonly timersLeft: number;
  /** Whether the error, its stack or its cause holds the token. */
  readonly tellsToken: boolean;
  /** How the body began that could not be read. */
  readonly excerpt?: string;
  /** What the error said, for who has to find out why. */
  readonly message?: string;
}

/** What a runtime reports. */
export interface Report {
  /** What the runtime calls itself. */
  readonly agent: string;
  readonly observations: readonly Observation[];
  readonly unhandledRejections: readonly string[];
}

/** A rejection that nobody handles, on purpose: a report without it comes from a runtime in which none would be seen. */
export const CANARY = "Nobody handles this";

/** Nobody listens on this port: it is below those that systems give away, and browsers do not refuse to try it. */
export const CLOSED_PORT = 2;

/** Where a cell's requests go, below an origin. */
export function pathOf({ row, lasts, operation }: Cell): string {
  return `/cells/${row}/${lasts}/${operation}`;
}
