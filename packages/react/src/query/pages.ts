import type { InfiniteData } from "@tanstack/react-query";

/** A cursor; `undefined` is the first page. */
export type Cursor = string | undefined;

/** The pages of an infinite list. */
export type Pages<Answer> = InfiniteData<Answer, Cursor>;
