import { ApiError, type IamFailure } from "@segment-iam/client";

/** A failure in words. */
export interface Explanation {
  /** What it means and what to do. */
  readonly advice: string;
  /** What Segment said in particular. */
  readonly details: readonly string[];
}

const adviceByStatus: Readonly<Record<number, string>> = {
  401: "The server's token is not valid, or may not do this. Check SEGMENT_TOKEN where the console was started.",
  403: "The console's server did not accept this call. Open it by the address that it printed.",
  404: "It does not exist. Somebody may have removed it meanwhile.",
  409: "It is in conflict with what is there already.",
  422: "Segment did not accept what was sent.",
  429: "Too many calls: Segment asked to wait.",
};

/** Puts a failure into words for the person at the screen. */
export function explain(failure: IamFailure): Explanation {
  switch (failure.name) {
    case "ApiError":
      return {
        advice: adviceByStatus[failure.status] ?? adviceOnStatus(failure),
        details: failure.errors.map(sentence),
      };
    case "NetworkError":
      return { advice: "No answer arrived. Is the console's server still running?", details: [] };
    case "TimeoutError":
      return { advice: `There was no answer within ${Math.round(failure.timeoutMs / 1_000)} seconds.`, details: [] };
    default:
      // What was not sent at all, or could not be read, says so itself.
      return { advice: failure.message, details: [] };
  }
}

/** Why something failed, in one line: Segment's own words where it had any. */
export function reasonOf(failure: unknown): string {
  if (failure instanceof ApiError && failure.errors.length > 0) return failure.errors.map(sentence).join("; ");
  return failure instanceof Error ? failure.message : String(failure);
}

function adviceOnStatus({ status }: ApiError): string {
  return status >= 500 ? `Segment has a problem of its own (status ${status}).` : `Segment answered with ${status}.`;
}

function sentence({ message, type }: ApiError["errors"][number]): string {
  return message ?? type;
}
