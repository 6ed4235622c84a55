import {
  context,
  metrics,
  propagation,
  SpanKind,
  SpanStatusCode,
  trace,
  ValueType,
  type Attributes,
  type Histogram,
  type MeterProvider,
  type TextMapPropagator,
  type TracerProvider,
} from "@opentelemetry/api";
import { codeOf } from "./errors/transport-errors.ts";
import type { Interceptor, RequestContext } from "./interceptor.ts";

/** The name of the instrumentation scope. */
const SCOPE = "@segment-iam/client";

/** The bucket boundaries that the semantic conventions recommend, in seconds. */
const DURATION_BOUNDS_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

/** The default port of each scheme. `URL.port` is empty for a default port. */
const DEFAULT_PORTS: Readonly<Record<string, number>> = { "http:": 80, "https:": 443 };

/** Options of `openTelemetry`. */
export interface OpenTelemetryOptions {
  /** Creates the tracer. @default the global provider */
  readonly tracerProvider?: TracerProvider | undefined;
  /** Creates the meter. @default the global provider at the time of the first call */
  readonly meterProvider?: MeterProvider | undefined;
  /** Writes the trace context into the request headers; `false` disables this. @default the global propagator */
  readonly propagator?: TextMapPropagator | false | undefined;
  /** Returns `url.full` for a URL. @default redactUrl: credentials and values in the query become `REDACTED` */
  readonly redactUrl?: ((url: string) => string) | undefined;
}

/**
 * Creates an interceptor that records spans and metrics following OpenTelemetry's semantic conventions for HTTP clients (1.41).
 *
 * Place it last: each attempt is then a span, as the conventions require. If it is placed before `retry`, a span covers a whole
 * call. The name of a span is the method and the path template. A span ends when the body has been read. The histogram is
 * `http.client.request.duration`. Spans contain no headers, bodies or tokens. If a token function renews
 * the token after a 401, both requests belong to the same span.
 *
 * @example
 * createIamClient({ token, interceptors: [retry(), openTelemetry()] });
 */
export function openTelemetry(options: OpenTelemetryOptions = {}): Interceptor {
  const { tracerProvider = trace, propagator = propagation } = options;
  const tracer = tracerProvider.getTracer(SCOPE);
  let histogram: Histogram | undefined;

  return (next) => async (requestContext) => {
    const { operation, call, headers, url } = requestContext;
    histogram ??= durationHistogram(options.meterProvider);
    const shared = requestAttributes(requestContext);
    const attributes: Attributes = {
      ...shared,
      "url.full": (options.redactUrl ?? redactUrl)(url),
      ...(call.attempts > 0 && { "http.request.resend_count": call.attempts }),
    };
    const span = tracer.startSpan(`${operation.method} ${operation.path}`, { kind: SpanKind.CLIENT, attributes });
    const traced = trace.setSpan(context.active(), span);
    const startMs = performance.now();
    const end = (outcome: Attributes, message?: string) => {
      span.setAttributes(outcome);
      // The conventions omit the description if there is an HTTP status.
      if ("error.type" in outcome) span.setStatus({ code: SpanStatusCode.ERROR, ...(message && { message }) });
      span.end();
      histogram?.record((performance.now() - startMs) / 1_000, { ...shared, ...outcome }, traced);
    };
    try {
      const carrier: Record<string, string> = {};
      if (propagator) propagator.inject(traced, carrier, setter);
      const response = await context.with(traced, () =>
        next({ ...requestContext, headers: { ...headers, ...carrier } }),
      );
      end(responseAttributes(response));
      return response;
    } catch (thrown) {
      // Use only the error code, because messages may quote a URL with its query.
      end(failureAttributes(thrown), codeOf(thrown));
      throw thrown;
    }
  };
}

/** Writes headers with names in lower case, like all headers of a `RequestContext`. */
const setter = {
  set: (carrier: Record<string, string>, name: string, value: string): void => {
    carrier[name.toLowerCase()] = value;
  },
};

function durationHistogram(provider: MeterProvider | undefined): Histogram {
  return (provider ?? metrics).getMeter(SCOPE).createHistogram("http.client.request.duration", {
    description: "Duration of HTTP client requests.",
    unit: "s",
    valueType: ValueType.DOUBLE,
    advice: { explicitBucketBoundaries: DURATION_BOUNDS_SECONDS },
  });
}

/** Returns the attributes of a request for spans and metrics, following the semantic conventions for HTTP clients. */
function requestAttributes({ url, operation }: RequestContext): Attributes {
  return {
    "http.request.method": operation.method,
    "url.template": operation.path,
    ...serverAttributes(url),
  };
}

/** Returns the attributes of the server. In a browser a URL may be relative to the page. */
function serverAttributes(url: string): Attributes {
  const base = globalThis.location?.href;
  if (!URL.canParse(url, base)) return {};
  const { hostname, port, protocol } = new URL(url, base);
  return {
    // An IPv6 address has brackets only within a URL.
    "server.address": hostname.replace(/^\[(.*)\]$/, "$1"),
    "server.port": port ? Number(port) : DEFAULT_PORTS[protocol],
    "url.scheme": protocol.slice(0, -1),
  };
}

/** Returns the attributes of a response. For a client span, status 400 and above is an error. */
function responseAttributes({ status }: Response): Attributes {
  return { "http.response.status_code": status, ...(status >= 400 && { "error.type": String(status) }) };
}

/** Returns the attributes of a request without a response: the name of the error, which has low cardinality. */
function failureAttributes(thrown: unknown): Attributes {
  return { "error.type": thrown instanceof Error && /^\w{1,60}$/.test(thrown.name) ? thrown.name : "_OTHER" };
}

/**
 * Redacts a URL: credentials and query values become `REDACTED`, and the fragment is removed. Query names are kept.
 *
 * The semantic conventions require redaction of sensitive values. The queries of this API contain email addresses and ids.
 */
export function redactUrl(url: string): string {
  const [address = "", query] = url
    .split("#", 1)
    .join("")
    .split(/\?(.*)/s, 2);
  const withoutLogin = address.replace(/^([a-z][a-z\d+.-]*:)?\/\/[^/@]*@/i, "$1//REDACTED:REDACTED@");
  if (query === undefined) return withoutLogin;
  return `${withoutLogin}?${query.replace(/=[^&]*/g, "=REDACTED")}`;
}
