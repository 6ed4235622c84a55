import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { OpenAPIBackend } from "openapi-backend";

/** Validates requests with openapi-backend and prints the URL. */
const fail = (status, message) => ({ status, body: { errors: [{ type: "validation", message }] } });
// `quick` skips the validation of the document, which does not support OpenAPI 3.1.
const api = new OpenAPIBackend({ definition: process.argv[2], quick: true, ajvOpts: { strict: false } });
api.registerSecurityHandler("token", ({ request }) => request.headers.authorization.startsWith("Bearer "));
api.register({
  notImplemented: () => ({ status: 200, body: { data: {} } }),
  notFound: () => fail(404, "not found"),
  unauthorizedHandler: () => fail(401, "unauthorized"),
  validationFail: ({ validation }) =>
    fail(422, validation.errors.map(({ instancePath, message }) => `${instancePath} ${message}`).join()),
});
await api.init();
const server = createServer(async (request, response) => {
  const [path, query = ""] = request.url.split("?");
  const body = request.headers["content-type"] ? await json(request) : undefined;
  const result = await api.handleRequest({ method: request.method, path, query, headers: request.headers, body });
  response.writeHead(result.status, { "content-type": "application/json" }).end(JSON.stringify(result.body));
});
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}`));
