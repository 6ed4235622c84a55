/** What server and browser ask for: the same input, so the same cache entry. */
export const firstPage = { pagination: { count: 5 } };
