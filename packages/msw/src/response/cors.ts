/** Creates the response to a CORS preflight request (Fetch, 3.2). `origin` is the allowed origin, or `*`. */
export function replyToPreflight(request: Request, origin: string): Response {
  const headers = request.headers.get("access-control-request-headers");
  return allowOrigin(
    new Response(null, {
      status: 204,
      headers: {
        "access-control-allow-methods": "GET, HEAD, POST, PUT, PATCH, DELETE",
        ...(headers !== null && { "access-control-allow-headers": headers }),
        "access-control-max-age": "7200",
      },
    }),
    origin,
  );
}

/** Adds the headers that let pages of an origin read a response, with all its headers. */
export function allowOrigin(response: Response, origin: string): Response {
  const { headers } = response;
  headers.set("access-control-expose-headers", [...headers.keys()].join(", "));
  headers.set("access-control-allow-origin", origin);
  return response;
}
