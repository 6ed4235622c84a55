/** The input that both the server and the browser use. Equal inputs share a cache entry. */
export const firstPage = { pagination: { count: 5 } };
