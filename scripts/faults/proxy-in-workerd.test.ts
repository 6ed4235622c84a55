import { serve } from "@segment-iam/test-utils/serve";
import { expect, it, onTestFinished } from "vitest";
import { bundleModule } from "./runtimes/bundle-module.ts";
import { installWorkerd } from "./runtimes/install-runtime.ts";
import { serveWorker } from "./runtimes/workerd.ts";

const workerd = await installWorkerd();
const proxy = await bundleModule("create-proxy.ts");

const LIMIT = 3;
const RATE_LIMIT_ERROR = {
  errors: [{ type: "RequestError", message: "Too many requests", data: { msBeforeNext: 100 } }],
};
const users = ["a", "b", "c", "d", "e"];

it("serves concurrent requests in a Worker when they exceed the rate limit", async () => {
  let receivedCount = 0;
  await using api = await serve((_, response) => {
    receivedCount += 1;
    const isRateLimited = receivedCount > LIMIT && receivedCount <= users.length;
    response.writeHead(isRateLimited ? 429 : 200, {
      "content-type": "application/json",
      "x-ratelimit-consumed": receivedCount,
      "x-ratelimit-remaining": Math.max(0, LIMIT - receivedCount),
      "x-ratelimit-reset": new Date(Date.now() + 1_000).toUTCString(),
    });
    response.end(JSON.stringify(isRateLimited ? RATE_LIMIT_ERROR : { data: { user: {} } }));
  });
  const main = `import { createProxy } from "./probe.mjs";\nexport default { fetch: createProxy("${api.url}") };\n`;
  const worker = await serveWorker(workerd, main, proxy);
  onTestFinished(worker.close);

  const responses = await Promise.all(users.map((id) => fetch(`${worker.url}/api/iam/users/${id}`)));
  const statuses = responses.map(({ status }) => status);
  expect({ statuses, output: worker.output }).toEqual({ statuses: users.map(() => 200), output: "" });
  expect(receivedCount).toBe(users.length + 2);
});
