import { readFileSync } from "node:fs";
import { serve } from "srvx";
import { staticMiddleware } from "srvx/static";
import type * as Server from "./src/server.tsx";

const file = "./dist/server/server.js";
const { handle }: typeof Server = await import(file);
const page = readFileSync("dist/client/index.html", "utf8");
const serveAsset = staticMiddleware({ dir: "dist/client" });

serve({
  middleware: [
    (request, next) => (new URL(request.url).pathname.startsWith("/assets/") ? serveAsset(request, next) : next()),
  ],
  fetch: (request) => handle(request, page),
});
