import type { TextMapPropagator } from "@opentelemetry/api";
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from "@opentelemetry/sdk-trace";
import { expect, it } from "vitest";
import { createIamClient } from "../create-iam-client.ts";
import { listUsers } from "../generated/operations.ts";
import { openTelemetry } from "./open-telemetry.ts";

it("ends the span when the propagator throws", async () => {
  const exporter = new InMemorySpanExporter();
  const tracerProvider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] });
  const propagator: TextMapPropagator = {
    inject: () => {
      throw new Error("no carrier");
    },
    extract: (context) => context,
    fields: () => [],
  };
  const iam = createIamClient({ token: "sgp_secret", interceptors: [openTelemetry({ tracerProvider, propagator })] });
  await expect(listUsers(iam)).rejects.toThrow("no carrier");
  expect(exporter.getFinishedSpans()).toHaveLength(1);
});
