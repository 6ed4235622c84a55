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

/** A real SDK that keeps what it is told in memory. */
function sdk(options: OpenTelemetryOptions = {}) {
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

const answer: typeof fetch = async () => Response.json(success);

const serverOf = (url: string): Attributes => ({
  "server.address": "127.0.0.1",
  "server.port": Number(new URL(url).port),
  "url.scheme": "http",
});

describe("a span", () => {
  it("has what the conventions for HTTP clients ask for", async () => {
    const server = await serve((response) => json(response, 200, success));
    const { interceptor, spans } = sdk();
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

  it("is a child of what is active, and the server is told of it", async () => {
    const server = await serve((response) => json(response, 200, success));
    const { tracer, interceptor, spans } = sdk();
    const iam = createIamClient({ token, baseUrl: server.url, interceptors: [interceptor] });
    const parent = tracer.startSpan("offboarding");
    await context.with(trace.setSpan(context.active(), parent), () => listUsers(iam));
    const { traceId, spanId } = spans()[0]?.spanContext() ?? {};
    expect(traceId).toBe(parent.spanContext().traceId);
    expect(server.requests[0]?.headers["traceparent"]).toBe(`00-${traceId}-${spanId}-01`);
  });

  it("is active while the call is on its way", async () => {
    const server = await serve((response) => json(response, 200, success));
    const { interceptor, spans } = sdk();
    const seen: unknown[] = [];
    const inner: Interceptor = (next) => (requestContext) => {
      seen.push(trace.getActiveSpan()?.spanContext().spanId);
      return next(requestContext);
    };
    await listUsers(createIamClient({ token, baseUrl: server.url, interceptors: [interceptor, inner] }));
    expect(seen).toEqual([spans()[0]?.spanContext().spanId]);
  });

  it("is one for each attempt, and says which", async () => {
    const server = await serve((response) => json(response, server.requests.length === 1 ? 503 : 200, success));
    const { interceptor, spans } = sdk();
    await listUsers(createIamClient({ token, baseUrl: server.url, interceptors: [twice, interceptor] }));
    expect(spans().map(({ attributes, status }) => ({ attributes, status }))).toMatchObject([
      {
        attributes: { "http.response.status_code": 503, "error.type": "503" },
        status: { code: SpanStatusCode.ERROR },
      },
      { attributes: { "http.response.status_code": 200, "http.request.resend_count": 1 } },
    ]);
  });

  it("ends with an error when there is no answer, and quotes no message", async () => {
    const { interceptor, spans } = sdk();
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
    ["anything else", "enough", "_OTHER"],
  ])("names what it was aborted with: %s", async (_, reason, type) => {
    const server = await serve(() => abort.abort(reason));
    const abort = new AbortController();
    const { interceptor, spans } = sdk();
    const iam = createIamClient({ token, baseUrl: server.url, interceptors: [interceptor] });
    await expect(listUsers(iam, {}, { signal: abort.signal })).rejects.toBe(reason);
    expect(spans()[0]?.attributes["error.type"]).toBe(type);
  });

  it("has neither the token nor whom the call was about", async () => {
    const server = await serve((response) => json(response, 200, success));
    const { interceptor, spans } = sdk();
    const iam = createIamClient({ token, baseUrl: server.url, interceptors: [interceptor] });
    await deleteUsers(iam, { userIds: ["u-17"] }, { headers: { "x-reason": "left the company" } });
    const attributes = JSON.stringify(spans()[0]?.attributes);
    expect(attributes).toContain("userIds.0=REDACTED");
    for (const secret of [token, "u-17", "left the company"]) expect(attributes).not.toContain(secret);
  });

  it("has the address as the caller wants it", async () => {
    const server = await serve((response) => json(response, 200, success));
    const { interceptor, spans } = sdk({ redactUrl: (url) => new URL(url).pathname });
    await getUser(createIamClient({ token, baseUrl: server.url, interceptors: [interceptor] }), { userId: "u1" });
    expect(spans()[0]?.attributes["url.full"]).toBe("/users/u1");
  });

  it("is not told to the server when nothing is to be", async () => {
    const server = await serve((response) => json(response, 200, success));
    await listUsers(createIamClient({ baseUrl: server.url, interceptors: [sdk({ propagator: false }).interceptor] }));
    expect(server.requests[0]?.headers).not.toHaveProperty("traceparent");
  });

  it.each([
    ["http://[::1]:1/api", { "server.address": "::1", "server.port": 1, "url.scheme": "http" }],
    ["https://iam.example", { "server.address": "iam.example", "server.port": 443, "url.scheme": "https" }],
    ["/api/iam", {}],
  ])("knows the server of %s", async (baseUrl, server) => {
    const { interceptor, spans } = sdk();
    await listUsers(createIamClient({ baseUrl, fetch: answer, interceptors: [interceptor] }));
    const known = Object.entries(spans()[0]?.attributes ?? {});
    expect(Object.fromEntries(known.filter(([name]) => /^(server\.|url\.scheme)/.test(name)))).toEqual(server);
  });
});

describe("the histogram", () => {
  it("counts each attempt by operation and outcome, in seconds, and no more", async () => {
    const server = await serve((response) => json(response, server.requests.length === 1 ? 200 : 404, success));
    const { interceptor, metrics } = sdk();
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

it("costs nothing and does nothing without an SDK", async () => {
  const server = await serve((response) => json(response, 200, success));
  const iam = createIamClient({ token, baseUrl: server.url, interceptors: [openTelemetry()] });
  expect(await listUsers(iam)).toEqual(success.data);
  expect(server.requests[0]?.headers).not.toHaveProperty("traceparent");
});
