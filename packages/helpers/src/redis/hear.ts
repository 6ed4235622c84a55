import type { Exchange } from "@segment-iam/client";
import { readAnswer, readRefusal, type Answer } from "../rate-limit/read-answer.ts";

/** What a response tells of its operation's window. */
export async function hear(response: Response, exchange: Exchange): Promise<Answer> {
  return response.status === 429 ? readRefusal(response, exchange) : readAnswer(response);
}
