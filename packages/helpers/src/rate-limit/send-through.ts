import type { Exchange, Handler } from "@segment-iam/client";
import type { Gate } from "./gate.ts";
import { gatedResponses } from "./gated-responses.ts";
import { readAnswer, readRefusal, type Answer } from "./read-answer.ts";

/** Sends a request when its turn comes, and tells the gate what came of it. It has entered, or waits, when this returns. */
export async function sendThrough<Pass>(gate: Gate<Pass>, exchange: Exchange, next: Handler): Promise<Response> {
  const pass = await gate.enter(exchange);
  let answer: Answer | undefined;
  try {
    const response = await next(exchange);
    answer = response.status === 429 ? await readRefusal(response, exchange) : readAnswer(response);
    if (answer.refused) gatedResponses.add(response);
    return response;
  } finally {
    gate.leave(pass, answer);
  }
}
