import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { ANSWER_HEADERS, ANSWER_TEXT } from "./answer.ts";

/** The server of the bench, a process of its own: sends its URL to its parent, answers every request alike, ends with its parent. */
const body = Buffer.from(ANSWER_TEXT);
const headers = { ...ANSWER_HEADERS, "content-length": body.length };
const server = createServer((request, response) => {
  request.resume();
  response.writeHead(200, headers).end(body);
});
// No connection may end between two turns of a client.
server.keepAliveTimeout = 600_000;
server.listen(0, "127.0.0.1", () => {
  process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.on("disconnect", () => process.exit());
