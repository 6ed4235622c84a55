import type { Interceptor } from "@segment-iam/client";

/** The maximum page size of the API. */
const MAX_PAGE_SIZE = 1_000;

/**
 * Requests pages of the maximum size after the first page of a list.
 *
 * The first page keeps the default size, because a small page appears sooner. Larger pages need fewer requests, which are rate limited.
 */
export function largePages(): Interceptor {
  return (next) => (context) => next({ ...context, url: enlargePage(context.url) });
}

function enlargePage(url: string): string {
  if (!url.includes("pagination.cursor=")) return url;
  return url.replace(/pagination\.count=\d+/, `pagination.count=${MAX_PAGE_SIZE}`);
}
