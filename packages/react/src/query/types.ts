import type { DataOf, InputOf, OperationId, PagedOperationId } from "@segment-iam/client";
import type { ItemOf } from "@segment-iam/helpers/pagination";
import type { InfiniteData } from "@tanstack/react-query";

/**
 * The arguments of a function that takes an operation's input, then options. The input is optional if it has no required property.
 *
 * `Skip` is the type of a value that replaces the input, such as `skipToken`.
 */
export type InputAndOptions<Input, Options, Skip = never> = {} extends Input
  ? [input?: Input | Skip | undefined, options?: Options | undefined]
  : [input: Input | Skip, options?: Options | undefined];

/** The variables of an operation's mutation: the operation's input. */
export type VariablesOf<Id extends OperationId> = OptionalVariables<InputOf<Id>>;

/** A mutation's variables. They are optional if the input has no required property. */
export type OptionalVariables<Input> = {} extends Input ? Input | void : Input;

/** The cursor of a page. `undefined` requests the first page. */
export type Cursor = string | undefined;

/** The data of an infinite query as it is stored in the cache. */
export type IamInfiniteData<PageData> = InfiniteData<PageData, Cursor>;

/** The `data` of an infinite query if the caller passes no `select`: the pages, their items and the total. */
export interface InfiniteItemsData<Id extends PagedOperationId> extends IamInfiniteData<DataOf<Id>> {
  /** The items of all loaded pages in one list. */
  items: ItemOf<Id>[];
  /** The number of items on all pages, loaded or not, according to the last loaded page; `undefined` if the API does not return it. */
  totalEntries: number | undefined;
}
