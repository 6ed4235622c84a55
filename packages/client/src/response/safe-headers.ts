/** Matches the headers that describe a response and contain neither credentials nor personal data. */
const SAFE_HEADER =
  /^(content-type|date|retry-after|server|via|cf-ray|x-should-retry|.*ratelimit.*|.*(request|trace|correlation)-?id)$/;

/** Returns the headers that an error may contain, with names in lower case. */
export function safeHeaders(headers: Headers, redact: (value: string) => string): Record<string, string> {
  const safe: Record<string, string> = {};
  for (const [name, value] of headers) if (SAFE_HEADER.test(name)) safe[name] = redact(value);
  return safe;
}
