import type { ReadName } from "./query-drivers.ts";
import type { WriteOfList } from "./optimistic-writes.ts";

/** What happens next in an optimistic world. */
export type Step =
  | { readonly write: WriteOfList }
  /** A query is fetched. A component's fetch may take the place of the one under way. */
  | { readonly fetch: ReadName; readonly cancelRefetch: boolean }
  /** A list is fetched by one page more. */
  | { readonly more: ReadName; readonly isBackward: boolean }
  /** A component that shows a query appears, or goes. */
  | { readonly toggle: ReadName }
  | { readonly cancel: ReadName }
  | { readonly clear: "queries" | "mutations" }
  | { readonly isOnline: boolean }
  /** Whether the workspace reads what it answers when a request is made, so that an answer may be old when it arrives. */
  | { readonly isLate: boolean }
  /** Somebody else changes the workspace. */
  | { readonly joins: true }
  /** One of the requests under way is answered. */
  | { readonly answer: number; readonly isRefused: boolean }
  /** One of the writes that were sent is refused. */
  | { readonly refuse: number };
