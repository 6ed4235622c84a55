import { ApiError, type IamFailure } from "@segment-iam/client";

/** A failure, explained to the user. */
export interface FailureExplanation {
  /** What happened and what to do. */
  readonly message: string;
  /** The API's own error messages. */
  readonly details: readonly string[];
}

const messageByStatus: Readonly<Record<number, string>> = {
  401: "The server's token is invalid or lacks permission. Check SEGMENT_TOKEN, then restart the console.",
  403: "The request is not allowed. Open the console at the URL printed in the terminal, and check the token's permissions.",
  404: "A user, invite or role in the request was not found. It may have been removed.",
  409: "The change conflicts with existing data.",
  422: "Segment rejected the input.",
  429: "Rate limit reached.",
  504: "Segment did not respond in time.",
};

const UNREACHABLE = "Segment cannot be reached from this machine. Check its network connection, VPN and proxy.";

/**
 * Returns whether the console's server got no readable response from Segment: the network is down, or something other than Segment
 * responded, such as the log-in page of a Wi-Fi network.
 */
export function isUnreachable(failure: unknown): boolean {
  // The proxy's own error. Segment's 502 has another type.
  return failure instanceof ApiError && failure.status === 502 && failure.errors[0]?.type === "bad-gateway";
}

/** Explains a failure to the user. */
export function explainFailure(failure: IamFailure): FailureExplanation {
  switch (failure.name) {
    case "ApiError":
      if (isUnreachable(failure)) return { message: UNREACHABLE, details: [] };
      return {
        message: messageByStatus[failure.status] ?? `The request failed with status ${failure.status}.`,
        details: failure.errors.map(messageOf),
      };
    case "NetworkError":
      return { message: "No response from the console's server. Check that it is running.", details: [] };
    case "CallTimeoutError":
      return { message: `No response within ${Math.round(failure.timeoutMs / 1_000)} seconds.`, details: [] };
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
