import { context, SpanKind, SpanStatusCode, trace, type Attributes, type TextMapPropagator } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createIamClient } from "./create-iam-client.ts";
import { deleteUsers, getUser, listUsers } from "./generated/operations.ts";
import type { Interceptor } from "./interceptor.ts";
import { openTelemetry, redactUrl } from "./opentelemetry.ts";
import { token } from "./test-utils/create-test-client.ts";
import { json, refusingUrl, serve } from "./test-utils/serve.ts";
import { setUpSdk, startTelemetry, success } from "./test-utils/start-telemetry.ts";

beforeAll(() => void context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable()));
afterAll(() => context.disable());

const twice: Interceptor = (next) => async (requestContext) => {
  await next(requestContext);
  return next(requestContext);
};

const brokenPropagator: TextMapPropagator = {
  inject: () => {
    throw new Error("no carrier");
  },
  extract: (extracted) => extracted,
  fields: () => [],
};

const respond: typeof fetch = async () => Response.json(success);
const serverOf = (url: string): Attributes => ({
  "server.address": "127.0.0.1",
  "server.port": Number(new URL(url).port),
  "url.scheme": "http",
});

describe("a span", () => {
  it("has the attributes of the conventions for HTTP clients", async () => {
    const { iam, server, spans } = await startTelemetry();
    await getUser(iam, { userId: "u1" });
    expect(spans()).toHaveLength(1);
    expect(spans()[0]).toMatchObject({
      name: "GET /users/{userId}",
      kind: SpanKind.CLIENT,
      status: { code: SpanStatusCode.UNSET },
      attributes: {
        ...serverOf(server.url),
        "http.request.method": "GET",
        "url.template": "/users/{userId}",
        "url.full": `${server.url}/users/u1`,
        "http.response.status_code": 200,
      },
      instrumentationScope: { name: "@segment-iam/client" },
    });
    expect(spans()[0]?.attributes).not.toHaveProperty("http.request.resend_count");
  });

  it("is a child of the active span, and its context is sent to the server", async () => {
    const { tracer, iam, server, spans } = await startTelemetry();
    const parent = tracer.startSpan("offboarding");
    await context.with(trace.setSpan(context.active(), parent), () => listUsers(iam));
    const { traceId, spanId } = spans()[0]?.spanContext() ?? {};
    expect(traceId).toBe(parent.spanContext().traceId);
    expect(server.requests[0]?.headers["traceparent"]).toBe(`00-${traceId}-${spanId}-01`);
  });

  it("is active while the request is in flight", async () => {
    const server = await serve((response) => json(response, 200, success));
    const { interceptor, spans } = setUpSdk();
    const seen: unknown[] = [];
    const inner: Interceptor = (next) => (requestContext) => {
      seen.push(trace.getActiveSpan()?.spanContext().spanId);
      return next(requestContext);
    };
    await listUsers(createIamClient({ token, baseUrl: server.url, interceptors: [interceptor, inner] }));
    expect(seen).toEqual([spans()[0]?.spanContext().spanId]);
  });

  it("is created for each attempt, with the number of resends", async () => {
    const { iam, spans } = await startTelemetry({}, (requests) => (requests === 1 ? 503 : 200), twice);
    await listUsers(iam);
    expect(spans().map(({ attributes, status }) => ({ attributes, status }))).toMatchObject([
      {
        attributes: { "http.response.status_code": 503, "error.type": "503" },
        status: { code: SpanStatusCode.ERROR },
      },
      { attributes: { "http.response.status_code": 200, "http.request.resend_count": 1 } },
    ]);
  });

  it("ends with the code of the error, without its message, when there is no response", async () => {
    const { interceptor, spans } = setUpSdk();
    const iam = createIamClient({ token, baseUrl: await refusingUrl(), interceptors: [interceptor] });
    await expect(deleteUsers(iam, { userIds: ["u-17"] })).rejects.toMatchObject({ name: "NetworkError" });
    expect(spans()[0]).toMatchObject({
      status: { code: SpanStatusCode.ERROR, message: "ECONNREFUSED" },
      attributes: { "error.type": "NetworkError" },
      events: [],
    });
  });

  it.each([
    ["an error", new TypeError("x"), "TypeError"],
    ["another value", "enough", "_OTHER"],
  ])("has the type of the abort reason: %s", async (_, reason, type) => {
    const server = await serve(() => abort.abort(reason));
    const abort = new AbortController();
    const { interceptor, spans } = setUpSdk();
    const iam = createIamClient({ token, baseUrl: server.url, interceptors: [interceptor] });
    await expect(listUsers(iam, {}, { signal: abort.signal })).rejects.toBe(reason);
    expect(spans()[0]?.attributes["error.type"]).toBe(type);
  });

  it("ends when the propagator throws", async () => {
    const { iam, spans } = await startTelemetry({ propagator: brokenPropagator });
    await expect(listUsers(iam)).rejects.toThrow("no carrier");
    expect(spans()).toHaveLength(1);
  });

  it("contains no token, header or query value", async () => {
    const { iam, spans } = await startTelemetry();
    await deleteUsers(iam, { userIds: ["u-17"] }, { headers: { "x-reason": "left the company" } });
    const attributes = JSON.stringify(spans()[0]?.attributes);
    expect(attributes).toContain("userIds.0=REDACTED");
    for (const secret of [token, "u-17", "left the company"]) expect(attributes).not.toContain(secret);
  });

  it("contains the URL as redacted by the option", async () => {
    const { iam, spans } = await startTelemetry({ redactUrl: (url) => new URL(url).pathname });
    await getUser(iam, { userId: "u1" });
    expect(spans()[0]?.attributes["url.full"]).toBe("/users/u1");
  });

  it("is not propagated with propagator: false", async () => {
    const { iam, server } = await startTelemetry({ propagator: false });
    await listUsers(iam);
    expect(server.requests[0]?.headers).not.toHaveProperty("traceparent");
  });

  it.each([
    ["http://[::1]:1/api", { "server.address": "::1", "server.port": 1, "url.scheme": "http" }],
    ["https://iam.example", { "server.address": "iam.example", "server.port": 443, "url.scheme": "https" }],
    ["/api/iam", {}],
  ])("has the server attributes of %s", async (baseUrl, server) => {
    const { interceptor, spans } = setUpSdk();
    await listUsers(createIamClient({ baseUrl, fetch: respond, interceptors: [interceptor] }));
    const known = Object.entries(spans()[0]?.attributes ?? {});
    expect(Object.fromEntries(known.filter(([name]) => /^(server\.|url\.scheme)/.test(name)))).toEqual(server);
  });
});

describe("the duration histogram", () => {
  it("records each attempt in seconds, with low-cardinality attributes only", async () => {
    const { iam, server, metrics } = await startTelemetry({}, (requests) => (requests === 1 ? 200 : 404));
    await getUser(iam, { userId: "u1" });
    await getUser(iam, { userId: "u2" }).catch(() => {});
    const [metric] = await metrics();
    expect(metric?.descriptor).toMatchObject({ name: "http.client.request.duration", unit: "s" });
    const shared = { ...serverOf(server.url), "http.request.method": "GET", "url.template": "/users/{userId}" };
    expect(metric?.dataPoints.map(({ attributes }) => attributes)).toEqual([
      { ...shared, "http.response.status_code": 200 },
      { ...shared, "http.response.status_code": 404, "error.type": "404" },
    ]);
    for (const { value } of metric?.dataPoints ?? [])
      expect(value).toMatchObject({ count: 1, buckets: { boundaries: expect.arrayContaining([0.005, 0.01, 7.5]) } });
  });
});

it("records and propagates nothing without an SDK", async () => {
  const server = await serve((response) => json(response, 200, success));
  const iam = createIamClient({ token, baseUrl: server.url, interceptors: [openTelemetry()] });
  expect(await listUsers(iam)).toEqual(success.data);
  expect(server.requests[0]?.headers).not.toHaveProperty("traceparent");
});

it.each([
  ["https://api.example.com/users", "https://api.example.com/users"],
  ["https://me:secret@api.example.com/users", "https://REDACTED:REDACTED@api.example.com/users"],
  ["//me@api.example.com/users", "//REDACTED:REDACTED@api.example.com/users"],
  ["/api/iam/users?emails.0=a%40b.c&emails.1=d", "/api/iam/users?emails.0=REDACTED&emails.1=REDACTED"],
  ["https://x.test/a?flag&b=1?2#secret", "https://x.test/a?flag&b=REDACTED"],
  ["https://x.test/mail/a@b", "https://x.test/mail/a@b"],
])("redacts %s to %s", (url, redacted) => {
  expect(redactUrl(url)).toBe(redacted);
});
