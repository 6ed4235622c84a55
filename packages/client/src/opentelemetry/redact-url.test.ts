import { expect, it } from "vitest";
import { redactUrl } from "./http-attributes.ts";

it.each([
  ["https://api.example.com/users", "https://api.example.com/users"],
  ["https://me:secret@api.example.com/users", "https://REDACTED:REDACTED@api.example.com/users"],
  ["//me@api.example.com/users", "//REDACTED:REDACTED@api.example.com/users"],
  ["/api/iam/users?emails.0=a%40b.c&emails.1=d", "/api/iam/users?emails.0=REDACTED&emails.1=REDACTED"],
  ["https://x.test/a?flag&b=1?2#secret", "https://x.test/a?flag&b=REDACTED"],
  ["https://x.test/mail/a@b", "https://x.test/mail/a@b"],
])("redacts %s to %s", (url, redacted) => {
  expect(redactUrl(url)).toBe(redacted);
});
