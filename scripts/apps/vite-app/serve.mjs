import { deleteUsers, getUser, listUsers } from "@segment-iam/client";
import { createIamProxy } from "@segment-iam/proxy";
import { serve } from "srvx";
import { preview } from "vite";

/** The built page, and the proxy with the token behind the same address. */
const proxy = serve({
  port: 0,
  hostname: "127.0.0.1",
  silent: true,
  fetch: createIamProxy({
    token: process.env.SEGMENT_TOKEN,
    baseUrl: process.env.SEGMENT_URL,
    allow: [listUsers, getUser, deleteUsers],
    authorize: () => true,
  }),
});
await proxy.ready();
const server = await preview({ preview: { port: 0, host: "127.0.0.1", proxy: { "/api/iam": proxy.url } } });
server.printUrls();
