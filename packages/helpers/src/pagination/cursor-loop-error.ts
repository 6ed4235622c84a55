import { IamError } from "@segment-iam/client";

/** Thrown when a page points to a cursor that was already followed: going on would never end. */
export class CursorLoopError extends IamError {
  static override readonly iamBrand: string = "CursorLoopError";
  declare readonly name: "CursorLoopError";
  /** The id of the operation. */
  declare readonly operation: string;
  /** The cursor that came back. */
  declare readonly cursor: string;

  constructor(operation: string, cursor: string) {
    super(`${operation} sent the cursor ${JSON.stringify(cursor)} a second time; stopped to avoid an endless loop`, {
      operation,
      cursor,
    });
  }
}
