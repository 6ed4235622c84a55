import type { Tracer } from "@opentelemetry/api";
import { W3CTraceContextPropagator } from "@opentelemetry/core";
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
  type MetricData,
} from "@opentelemetry/sdk-metrics";
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider, type ReadableSpan } from "@opentelemetry/sdk-trace";
import { onTestFinished } from "vitest";
import { createIamClient } from "../create-iam-client.ts";
import type { IamClient } from "../iam-client.ts";
import type { Interceptor } from "../interceptor.ts";
import { openTelemetry, type OpenTelemetryOptions } from "../opentelemetry.ts";
import { token } from "./create-test-client.ts";
import { json, serve, type TestServer } from "./serve.ts";

/** The body of each response. */
export const success: { data: { status: string } } = { data: { status: "SUCCESS" } };

/** A real SDK that exports to memory, and an interceptor that records to it. */
export interface Telemetry {
  readonly tracer: Tracer;
  readonly interceptor: Interceptor;
  spans(): ReadableSpan[];
  metrics(): Promise<MetricData[]>;
}

/** Sets up a real SDK that exports to memory. */
export function setUpSdk(options: OpenTelemetryOptions = {}): Telemetry {
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

/** Starts a server, and creates a client with the interceptor, which an outer interceptor may wrap. */
export async function startTelemetry(
  options: OpenTelemetryOptions = {},
  statusOf: (requests: number) => number = () => 200,
  outer: Interceptor = (next) => next,
): Promise<Telemetry & { readonly server: TestServer; readonly iam: IamClient }> {
  const sdk = setUpSdk(options);
  const server = await serve((response) => json(response, statusOf(server.requests.length), success));
  const iam = createIamClient({ token, baseUrl: server.url, interceptors: [outer, sdk.interceptor] });
  return { ...sdk, server, iam };
}
