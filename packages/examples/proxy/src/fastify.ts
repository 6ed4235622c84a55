import type { RequestListener } from "node:http";
import fastify, { type FastifyInstance } from "fastify";
import { toNodeHandler } from "srvx/node";
import { createProxy } from "./proxy.ts";

// A shutdown waits until connections time out after their last response. The default is 72 seconds.
const app = fastify({ keepAliveTimeout: 5_000 });
// The type of `toNodeHandler` includes HTTP/2.
const handle = toNodeHandler(createProxy(process.env)) as RequestListener;

// A plugin, so that the other routes keep their content type parsers.
app.register(async (scope: FastifyInstance) => {
  // The proxy reads the body itself.
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser("*", (_request, _payload, done) => done(null));
  scope.all("/api/iam/*", (request, reply) => {
    reply.hijack();
    return handle(request.raw, reply.raw);
  });
});

app.get("/", () => "The home page");

console.log("Listening on", await app.listen({ port: Number(process.env["PORT"] ?? 3000), host: "0.0.0.0" }));

// Accepts no more connections. The process exits after the last response.
process.once("SIGTERM", () => app.close());
