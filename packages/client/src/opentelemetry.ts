export { openTelemetry, type OpenTelemetryOptions } from "./opentelemetry/open-telemetry.ts";
export { redactUrl } from "./opentelemetry/redact-url.ts";
