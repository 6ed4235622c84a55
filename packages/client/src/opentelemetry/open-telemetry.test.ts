import { context, SpanKind, SpanStatusCode, trace, type Attributes } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { W3CTraceContextPropagator } from "@opentelemetry/core";
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from "@opentelemetry/sdk-metrics";
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from "@opentelemetry/sdk-trace";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { createIamClient } from "../create-iam-client.ts";
import { deleteUsers, getUser, listUsers } from "../generated/operations.ts";
import { json, refusingUrl, serve } from "../test-utils/serve.ts";
import type { Interceptor } from "../interceptor.ts";
import { openTelemetry, type OpenTelemetryOptions } from "./open-telemetry.ts";

const token = "sgp_secret";
const success = { data: { status: "SUCCESS" } };

beforeAll(() => void context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable()));
afterAll(() => context.disable());

/** Sets up a real SDK that exports to memory. */
function setUpSdk(options: OpenTelemetryOptions = {}) {
  const spanExporter = new InMemorySpanExporter();
  const tracerProvider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter: spanExporter })] });
  const metricExporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter: metricExporter });
  const meterProvider = new MeterProvider({ readers: [reader] });
  onTestFinished(async () => {
    await tracerProvider.shutdown();
    await meterProvider.shutdown();
  });
  const propagator = new W3CTraceContextPropagator();
  return {
    tracer: tracerProvider.getTracer("test"),
    interceptor: openTelemetry({ tracerProvider, meterProvider, propagator, ...options }),
    spans: () => spanExporter.getFinishedSpans(),
    async metrics() {
      await reader.forceFlush();
      return metricExporter.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics.flatMap(({ metrics }) => metrics));
    },
  };
}

const twice: Interceptor = (next) => async (requestContext) => {
  await next(requestContext);
  return next(requestContext);
};

const respond: typeof fetch = async () => Response.json(success);
const serverOf = (url: string): Attributes => ({
  "server.address": "127.0.0.1",
  "server.port": Number(new URL(url).port),
  "url.scheme": "http",
});

describe("a span", () => {
  it("has the attributes of the conventions for HTTP clients", async () => {
    const server = await serve((response) => json(response, 200, success));
    const { interceptor, spans } = setUpSdk();
    await getUser(createIamClient({ token, baseUrl: server.url, interceptors: [interceptor] }), { userId: "u1" });
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
    const server = await serve((response) => json(response, 200, success));
    const { tracer, interceptor, spans } = setUpSdk();
    const iam = createIamClient({ token, baseUrl: server.url, interceptors: [interceptor] });
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
    const server = await serve((response) => json(response, server.requests.length === 1 ? 503 : 200, success));
    const { interceptor, spans } = setUpSdk();
    await listUsers(createIamClient({ token, baseUrl: server.url, interceptors: [twice, interceptor] }));
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

  it("contains no token, header or query value", async () => {
    const server = await serve((response) => json(response, 200, success));
    const { interceptor, spans } = setUpSdk();
    const iam = createIamClient({ token, baseUrl: server.url, interceptors: [interceptor] });
    await deleteUsers(iam, { userIds: ["u-17"] }, { headers: { "x-reason": "left the company" } });
    const attributes = JSON.stringify(spans()[0]?.attributes);
    expect(attributes).toContain("userIds.0=REDACTED");
    for (const secret of [token, "u-17", "left the company"]) expect(attributes).not.toContain(secret);
  });

  it("contains the URL as redacted by the option", async () => {
    const server = await serve((response) => json(response, 200, success));
    const { interceptor, spans } = setUpSdk({ redactUrl: (url) => new URL(url).pathname });
    await getUser(createIamClient({ token, baseUrl: server.url, interceptors: [interceptor] }), { userId: "u1" });
    expect(spans()[0]?.attributes["url.full"]).toBe("/users/u1");
  });

  it("is not propagated with propagator: false", async () => {
    const server = await serve((response) => json(response, 200, success));
    const { interceptor } = setUpSdk({ propagator: false });
    await listUsers(createIamClient({ baseUrl: server.url, interceptors: [interceptor] }));
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
    const server = await serve((response) => json(response, server.requests.length === 1 ? 200 : 404, success));
    const { interceptor, metrics } = setUpSdk();
    const iam = createIamClient({ token, baseUrl: server.url, interceptors: [interceptor] });
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
