/**
 * The 429s whose wait a rate limiter enforces: its gate stays closed for as long as they asked. A retry around it looks here, because
 * it then need not wait a second time, nor count the 429 as an attempt. The note is kept beside the responses: nobody changes a
 * response on its way.
 */
export const rateLimitedResponses: WeakSet<Response> = new WeakSet();
