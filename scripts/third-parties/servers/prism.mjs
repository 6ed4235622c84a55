import { createLogger } from "@stoplight/prism-core";
import { getHttpOperationsFromSpec } from "@stoplight/prism-http";
import { createServer } from "@stoplight/prism-http-server";

/** Serves the document with Prism and prints the URL. */
const operations = await getHttpOperationsFromSpec(process.argv[2]);
const mock = { dynamic: false };
const config = {
  isProxy: false,
  validateRequest: true,
  validateResponse: true,
  checkSecurity: true,
  errors: true,
  mock,
};
const logger = createLogger("prism", { enabled: false });
const server = createServer(operations, { cors: false, config, components: { logger } });
console.log(await server.listen(0, "127.0.0.1"));
