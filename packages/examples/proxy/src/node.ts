import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { toNodeHandler } from "srvx/node";
import { createProxy } from "./proxy.ts";

// The type of `toNodeHandler` includes HTTP/2.
const server = createServer(toNodeHandler(createProxy(process.env)) as RequestListener);
server.listen(Number(process.env["PORT"] ?? 3000), () => {
  const { port } = server.address() as AddressInfo;
  console.log(`Listening on http://localhost:${port}`);
});

// Accepts no more connections. The process exits after the last response.
process.once("SIGTERM", () => server.close());
