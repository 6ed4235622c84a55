import { describe, expect, it } from "vitest";
import { clientErrors } from "./error-messages/client.ts";
import { outcomeOf } from "./error-messages/error-case.ts";
import { failedRequests } from "./error-messages/failed-requests.ts";
import { helpersErrors } from "./error-messages/helpers.ts";
import { mswErrors } from "./error-messages/msw.ts";
import { proxyErrors } from "./error-messages/proxy.ts";
import { reactErrors } from "./error-messages/react.ts";
import { redisErrors } from "./error-messages/redis.ts";

// The tables of `error-messages/` list every message that users can see, one table for each package.
describe.each([
  ["client", [...clientErrors, ...failedRequests]],
  ["helpers", helpersErrors],
  ["helpers/redis", redisErrors],
  ["react", reactErrors],
  ["msw", mswErrors],
  ["proxy", proxyErrors],
])("@segment-iam/%s", (_, cases) => {
  it.each(cases)("has the expected message for %s", async (_, provoke, expected) => {
    expect(await outcomeOf(provoke)).toEqual(expected);
  });
});
