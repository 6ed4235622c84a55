import { serve } from "@segment-iam/test-utils/serve";
import { expect, it, onTestFinished } from "vitest";
import { bundleModule } from "./runtimes/bundle-module.ts";
import { installWorkerd } from "./runtimes/install-runtime.ts";
import { serveWorker } from "./runtimes/workerd.ts";

const workerd = await installWorkerd();
const proxy = await bundleModule("create-proxy.ts");

const LIMIT = 3;
const REFUSED = { errors: [{ type: "RequestError", message: "Too many requests", data: { msBeforeNext: 100 } }] };
const users = ["a", "b", "c", "d", "e"];

it("serves concurrent requests in a Worker, beyond the rate limit too", async () => {
  let arrived = 0;
  await using api = await serve((_, response) => {
    arrived += 1;
    const isRefused = arrived > LIMIT && arrived <= users.length;
    response.writeHead(isRefused ? 429 : 200, {
      "content-type": "application/json",
      "x-ratelimit-consumed": arrived,
      "x-ratelimit-remaining": Math.max(0, LIMIT - arrived),
      "x-ratelimit-reset": new Date(Date.now() + 1_000).toUTCString(),
    });
    response.end(JSON.stringify(isRefused ? REFUSED : { data: { user: {} } }));
  });
  const main = `import { makeProxy } from "./probe.mjs";\nexport default { fetch: makeProxy("${api.url}") };\n`;
  const worker = await serveWorker(workerd, main, proxy);
  onTestFinished(worker.close);

  const answers = await Promise.all(users.map((id) => fetch(`${worker.url}/api/iam/users/${id}`)));
  const statuses = answers.map(({ status }) => status);
  expect({ statuses, output: worker.output }).toEqual({ statuses: users.map(() => 200), output: "" });
  expect(arrived).toBe(users.length + 2);
});
