import { announce, serve } from "@segment-iam/test-utils/serve";
import { ANSWER_HEADERS, ANSWER_TEXT } from "./users-response.ts";

/** The server of the bench, in its own process. It sends the same response to every request. */
const body = Buffer.from(ANSWER_TEXT);
const headers = { ...ANSWER_HEADERS, "content-length": body.length };
const server = await serve((request, response) => {
  request.resume();
  response.writeHead(200, headers).end(body);
});
announce(server);
