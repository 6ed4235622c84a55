import type { OperationDescriptor } from "@segment-iam/client";
import { contentMediaType } from "../media-type.ts";
import type { Answer } from "./answer.ts";

/** What of the API's headers comes back. */
const PASSED_HEADERS = ["date", "x-ratelimit-consumed", "x-ratelimit-remaining", "x-ratelimit-reset"];

/** What comes back of a success: its status, its data, its media type and the headers about its rate limit. */
export function answerWithData(
  { status, headers }: Response,
  data: unknown,
  { bare, empty }: OperationDescriptor,
): Answer {
  const passed = PASSED_HEADERS.flatMap((name): [string, string][] => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  if (data === undefined || (empty && data === null)) return { status, headers: Object.fromEntries(passed) };
  const type = contentMediaType(headers.get("content-type"));
  if (type !== undefined) passed.push(["content-type", type]);
  return { status, body: bare ? data : { data }, headers: Object.fromEntries(passed) };
}
