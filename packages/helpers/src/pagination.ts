export { CursorLoopError, PageError } from "./pagination/iterate-pages.ts";
export { nextCursor, pageInput, pageItems, pageTotal, previousCursor } from "./pagination/page-convention.ts";
export {
  paginate,
  type ItemOf,
  type PaginateArguments,
  type PaginateInput,
  type PaginateOptions,
  type Pagination,
} from "./pagination/paginate.ts";
