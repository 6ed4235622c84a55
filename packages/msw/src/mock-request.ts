/** A request that reached the mock. */
export interface MockRequest {
  /** The id of the operation; `undefined` when no operation has this method and path. */
  readonly operation: string | undefined;
  readonly method: string;
  readonly url: string;
  /** The headers by their lower-case names, the token included. */
  readonly headers: Readonly<Record<string, string>>;
  /** The text of the body, empty when there was none. */
  readonly body: string;
  /** When it arrived, in milliseconds of the clock. */
  readonly atMs: number;
  /** The status it was answered with; `undefined` while it is under way, and when it was aborted or its connection broke off. */
  status: number | undefined;
}
