export { openTelemetry, type OpenTelemetryOptions } from "./opentelemetry/open-telemetry.ts";
export { redactUrl } from "./opentelemetry/http-attributes.ts";
