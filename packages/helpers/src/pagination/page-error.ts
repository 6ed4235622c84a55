import { IamError } from "@segment-iam/client";

/** Thrown when a page cannot be fetched. Everything before it was handed out; `cause` has what went wrong. */
export class PageError extends IamError {
  static override readonly iamBrand: string = "PageError";
  declare readonly name: "PageError";
  /** The id of the operation. */
  declare readonly operation: string;
  /** Where to go on: the `cursor` option of another `paginate`. `undefined` when it was the first page that failed. */
  declare readonly cursor: string | undefined;

  constructor(operation: string, cursor: string | undefined, cause: unknown) {
    const place = cursor === undefined ? "its first page" : `the page at ${JSON.stringify(cursor)}`;
    super(`${operation} failed on ${place}: ${cause instanceof Error ? cause.message : String(cause)}`, {
      operation,
      cursor,
      cause,
    });
  }
}
