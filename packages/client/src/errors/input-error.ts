import { IamError } from "./iam-error.ts";

/** Thrown before anything is sent when an operation's input cannot be put into a request. */
export class InputError extends IamError {
  override readonly name = "InputError";
  /** The id of the operation that was called. */
  readonly operation: string;
  /** The input member at fault. */
  readonly field: string;

  constructor(operation: string, field: string, reason: string) {
    super(`${operation} was not sent: ${field} ${reason}`);
    this.operation = operation;
    this.field = field;
  }
}
