import type { RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { toNodeHandler } from "srvx/node";
import { createProxy } from "./proxy.ts";

const app = express();
// The type of `toNodeHandler` includes HTTP/2.
const handle = toNodeHandler(createProxy(process.env)) as RequestListener;

// Before `express.json()`, which would consume the body. `app.use` would remove the path from `request.url`.
app.all("/api/iam/{*path}", handle);

app.use(express.json());
app.get("/", (_request, response) => response.send("The home page"));

const server = app.listen(Number(process.env["PORT"] ?? 3000), () => {
  const { port } = server.address() as AddressInfo;
  console.log(`Listening on http://localhost:${port}`);
});

// Accepts no more connections. The process exits after the last response.
process.once("SIGTERM", () => server.close());
