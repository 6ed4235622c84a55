import { IamError } from "@segment-iam/client";

/** Thrown when a page points to a cursor that was already followed: going on would never end. */
export class CursorLoopError extends IamError {
  override readonly name = "CursorLoopError";
  /** The id of the operation. */
  readonly operation: string;
  /** The cursor that came back. */
  readonly cursor: string;

  constructor(operation: string, cursor: string) {
    super(`${operation} sent the cursor ${JSON.stringify(cursor)} a second time; stopped to avoid an endless loop`);
    this.operation = operation;
    this.cursor = cursor;
  }
}
