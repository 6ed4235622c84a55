/** A number of requests in a window of time. */
export interface RateLimit {
  /** How many requests a window lets through. */
  readonly requests: number;
  /** The length of a window, in seconds. */
  readonly windowSeconds: number;
}

/** What everything generic (paging, retry, pacing, caching, mocks, the proxy) needs to know of an operation. */
export interface OperationDescriptor<Id extends string = string> {
  /** The `operationId` in the spec. */
  readonly id: Id;
  /** The HTTP method, in capitals. */
  readonly method: string;
  /** The path template, such as `/users/{userId}`. */
  readonly path: string;
  /** The input members that go into the query. */
  readonly query?: readonly string[];
  /** The input members that go into headers, each named as its header. */
  readonly header?: readonly string[];
  /** `true` when the remaining members form the body; `"body"` when the member of that name is the whole of it. */
  readonly body?: true | "body";
  /** The media type of the body, where the API does not take the client's. */
  readonly contentType?: string;
  /** The media type to ask for, where the API does not answer with the client's. */
  readonly accept?: string;
  /** The member of `data` that has the items of a page. */
  readonly page?: string;
  /** How many items a page may have at most, where that is fewer than are asked for by default. */
  readonly pageSize?: number;
  /** The one required input, when it is a list: what bulk work splits. */
  readonly list?: string;
  /** The limit the spec states; the headers of a response outrank it. */
  readonly limit?: RateLimit;
  /** Whether a repeat is safe, where the spec says other than the method does. */
  readonly idempotent?: boolean;
  /** The reads that a success makes stale, each with the path parameters that must be equal. */
  readonly stale?: Readonly<Record<string, readonly string[]>>;
  /** `true` when no success has a body, `"sometimes"` when one may have none. */
  readonly empty?: true | "sometimes";
  /** `true` when the whole body is the result, without an envelope around it. */
  readonly bare?: true;
}
