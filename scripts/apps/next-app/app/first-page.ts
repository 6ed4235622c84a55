/** The input of the server and the browser. Equal inputs have the same cache entry. */
export const firstPage = { pagination: { count: 5 } };
