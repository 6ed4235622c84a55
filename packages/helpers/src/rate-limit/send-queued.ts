import type { Exchange, Handler } from "@segment-iam/client";
import type { RequestQueue } from "./request-queue.ts";
import { rateLimitedResponses } from "./rate-limited-responses.ts";
import { readRateLimitInfo, readRateLimitError, type RateLimitInfo } from "./read-rate-limit-info.ts";

/** Sends a request when its turn comes, and tells the gate what came of it. It has entered, or waits, when this returns. */
export async function sendQueued<Permit>(
  gate: RequestQueue<Permit>,
  exchange: Exchange,
  next: Handler,
): Promise<Response> {
  const pass = await gate.enter(exchange);
  let answer: RateLimitInfo | undefined;
  try {
    const response = await next(exchange);
    answer = response.status === 429 ? await readRateLimitError(response, exchange) : readRateLimitInfo(response);
    if (answer.refused) rateLimitedResponses.add(response);
    return response;
  } finally {
    gate.leave(pass, answer);
  }
}
