import { env } from "cloudflare:workers";
import { createProxy, type ProxyEnvironment } from "./proxy.ts";

declare global {
  namespace Cloudflare {
    interface Env extends ProxyEnvironment {}
  }
}

const proxy = createProxy(env);

export default {
  fetch(request) {
    const { pathname } = new URL(request.url);
    return pathname.startsWith("/api/iam/") ? proxy(request) : new Response("The home page");
  },
} satisfies ExportedHandler;
