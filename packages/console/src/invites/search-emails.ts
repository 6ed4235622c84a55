import { normalizeText, splitWords } from "../normalize-text.ts";

/** Returns the email addresses that contain each word of the parameter `q`. Returns the same array without it. */
export function searchEmails(emails: readonly string[], params: URLSearchParams): readonly string[] {
  const words = splitWords(params.get("q") ?? "");
  if (words.length === 0) return emails;
  return emails.filter((email) => {
    const text = normalizeText(email);
    return words.every((word) => text.includes(word));
  });
}
