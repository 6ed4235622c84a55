import { announce, serve } from "@segment-iam/test-utils/serve";
import { RESPONSE_HEADERS, RESPONSE_BODY } from "./users-response.ts";

/** The server of the benchmark, in its own process. It sends the same response to every request. */
const body = Buffer.from(RESPONSE_BODY);
const headers = { ...RESPONSE_HEADERS, "content-length": body.length };
const server = await serve((request, response) => {
  request.resume();
  response.writeHead(200, headers).end(body);
});
announce(server);
