import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { createProxy } from "./proxy.ts";

const proxy = createProxy(process.env);
const app = new Hono();

// Not `app.mount`, which would remove the path from `request.url`.
app.all("/api/iam/*", (context) => proxy(context.req.raw));

app.get("/", (context) => context.text("The home page"));

const port = Number(process.env["PORT"] ?? 3000);
const server = serve({ fetch: app.fetch, port }, ({ port }) => console.log(`Listening on http://localhost:${port}`));

// Accepts no more connections. The process exits after the last response.
process.once("SIGTERM", () => server.close());
