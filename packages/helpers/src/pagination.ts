export { CursorLoopError } from "./pagination/cursor-loop-error.ts";
export { nextCursor, pageInput, pageTotal, previousCursor } from "./pagination/page-convention.ts";
export { PageError } from "./pagination/page-error.ts";
export {
  paginate,
  type ItemOf,
  type PaginateArguments,
  type PaginateInput,
  type PaginateOptions,
  type Pagination,
} from "./pagination/paginate.ts";
