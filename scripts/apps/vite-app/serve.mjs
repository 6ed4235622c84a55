import { readFileSync } from "node:fs";
import { deleteUsers, getUser, listUsers } from "@segment-iam/client";
import { createIamProxy } from "@segment-iam/proxy";
import { serve } from "srvx";
import { preview } from "vite";
import { render } from "./dist-server/render.js";

const { SEGMENT_TOKEN: token, SEGMENT_URL: baseUrl } = process.env;
const allow = [listUsers, getUser, deleteUsers];

/** The proxy. Vite's server below forwards `/api/iam` to it. It also serves the built page, and a server-rendered page at `/rendered`. */
const proxy = serve({
  port: 0,
  hostname: "127.0.0.1",
  silent: true,
  fetch: createIamProxy({ token, baseUrl, allow, authorize: () => true }),
});
await proxy.ready();
const rendered = {
  name: "rendered",
  configurePreviewServer({ middlewares }) {
    middlewares.use("/rendered", async (_, response) => {
      const { html, state } = await render(token, baseUrl);
      const page = readFileSync("dist/index.html", "utf8");
      response.setHeader("content-type", "text/html");
      response.end(page.replace("<!--html-->", () => html).replace('id="state">', () => `id="state">${state}`));
    });
  },
};
const server = await preview({
  plugins: [rendered],
  preview: { port: 0, host: "127.0.0.1", proxy: { "/api/iam": proxy.url } },
});
server.printUrls();
