import { ApiError, type IamFailure } from "@segment-iam/client";
import { texts } from "./texts.ts";

/** A failure, explained to the user. */
export interface FailureExplanation {
  /** What happened and what to do. */
  readonly message: string;
  /** The API's own error messages. */
  readonly details: readonly string[];
}

const messageByStatus: Readonly<Record<number, string>> = {
  401: texts.failure.token,
  403: texts.failure.forbidden,
  404: texts.failure.notFound,
  409: texts.failure.conflict,
  422: texts.failure.rejected,
  429: texts.failure.rateLimit,
  504: texts.failure.gatewayTimeout,
};

/**
 * Returns whether the console's server got no readable response from Segment: the network is down, or something other than Segment
 * responded, such as the log-in page of a Wi-Fi network.
 */
export function isUnreachable(failure: unknown): boolean {
  // The proxy's own error. Segment's 502 has another type.
  return failure instanceof ApiError && failure.status === 502 && failure.errors[0]?.type === "bad-gateway";
}

/** Returns whether what a request changes does not exist: the API responded with 404. */
export function isNotFound(failure: unknown): boolean {
  return failure instanceof ApiError && failure.status === 404;
}

/** Explains a failure to the user. */
export function explainFailure(failure: IamFailure): FailureExplanation {
  switch (failure.name) {
    case "ApiError":
      if (isUnreachable(failure)) return { message: texts.failure.unreachable, details: [] };
      return {
        message: messageByStatus[failure.status] ?? texts.failure.status(failure.status),
        details: failure.errors.map(messageOf),
      };
    case "NetworkError":
      return { message: texts.failure.noServer, details: [] };
    case "CallTimeoutError":
      return { message: texts.failure.timeout(Math.round(failure.timeoutMs / 1_000)), details: [] };
    default:
      // The messages of other errors are shown unchanged.
      return { message: failure.message, details: [] };
  }
}

/** Returns a failure in one line: the API's error messages if it sent any, otherwise the error's message. */
export function failureReason(failure: unknown): string {
  if (failure instanceof ApiError && failure.errors.length > 0) return failure.errors.map(messageOf).join("; ");
  return failure instanceof Error ? failure.message : String(failure);
}

function messageOf({ message, type }: ApiError["errors"][number]): string {
  return message ?? type;
}
