import type { RawInit } from "./raw-init.ts";

/** A number of requests in a window of time. */
export interface RateLimit {
  /** How many requests a window allows. */
  readonly requests: number;
  /** The length of a window, in seconds. */
  readonly windowSeconds: number;
}

/** The items of a list that an operation changes or deletes. */
export interface ChangedItems {
  /** The member of the list's `data` that has the items of a page. */
  readonly itemsField: string;
  /** The member that identifies an item. Missing if an item is its own ID. */
  readonly idField?: string;
  /** The input of the operation that has one ID or a list of IDs. */
  readonly input: string;
}

/** How a list or an object is written in a query. */
export interface QueryStyle {
  /** The delimiter of the items: a comma, a space or a vertical bar. */
  readonly style: "form" | "spaceDelimited" | "pipeDelimited";
  /** `true` repeats the name for each item; `false` writes all items after one name. */
  readonly explode: boolean;
  /** Set if the input is an object. It is written as a list in which names and values alternate. */
  readonly type?: "object";
}

/** The metadata of an operation. Paging, retry, rate limits, caching, mocks and the proxy use it. */
export interface OperationDescriptor<Id extends string = string> {
  /** The name of the operation. */
  readonly id: Id;
  /** The HTTP method, in capitals. */
  readonly method: string;
  /** The path template, such as `/users/{userId}`. */
  readonly path: string;
  /** The input members that go into the query. */
  readonly query?: readonly string[];
  /** The input members that go into headers. */
  readonly header?: readonly string[];
  /** The styles of the query parameters that are not dotted, by wire name: the name in the request. */
  readonly queryStyles?: Readonly<Record<string, QueryStyle>>;
  /** The wire names of the form fields whose list items are numbered, as in `ids[0]=a`. Other lists repeat the field name. */
  readonly numberedFields?: readonly string[];
  /** `true` when the remaining members form the body; otherwise the name of the input member that is the whole body. */
  readonly body?: true | string;
  /** The wire names of the input members whose name in the request differs: `{ idBody: "id" }`. */
  readonly wireNames?: Readonly<Record<string, string>>;
  /** The media type of the body, where it differs from the client's. */
  readonly contentType?: string;
  /**
   * Encodes a form, text, a file, or a query with styles: `multipartBody`, `urlencodedBody`, `rawBody` or `styledQuery`. It is a
   * function, so that a bundle contains only the encoders of the operations in it.
   */
  readonly encode?: (init: RawInit, operation: OperationDescriptor) => RawInit;
  /** The media type to accept, where it differs from the client's. */
  readonly accept?: string;
  /** How the body of a successful response is read, where it is not JSON. The result is a string or a `Blob`. */
  readonly parseAs?: "text" | "blob";
  /** The member of `data` that has the items of a page. */
  readonly itemsField?: string;
  /** The maximum page size, where it is smaller than the default of 200. */
  readonly maxPageSize?: number;
  /** The only required input, if it is a list. Bulk operations split this list. */
  readonly bulkField?: string;
  /** The rate limit in the spec. The headers of a response take precedence. */
  readonly rateLimit?: RateLimit;
  /** Whether a retry is safe, where the spec differs from the method's default. */
  readonly idempotent?: boolean;
  /**
   * The query operations that a successful response invalidates. `{ getUser: {} }` invalidates all `getUser` queries.
   * `{ getUser: { userId: "id" } }` invalidates only those whose `userId` equals the `id` of this call. If the
   * `id` is a list, it contains the `userId`.
   */
  readonly invalidates?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The items that this operation changes or deletes, by the query operation that lists them. Missing if any item may change. */
  readonly changedItems?: Readonly<Record<string, ChangedItems>>;
  /** `true` when successful responses have no body, `"sometimes"` when they may have none. */
  readonly noContent?: true | "sometimes";
  /** `true` when the whole body is the result, without an envelope. */
  readonly unwrapped?: true;
}

/** Returns the wire name of an input member: the name of the query parameter, header or body member in the request. */
export function wireNameOf({ wireNames = {} }: Pick<OperationDescriptor, "wireNames">, name: string): string {
  return (Object.hasOwn(wireNames, name) && wireNames[name]) || name;
}
