import { rateLimitInDescription } from "../model/conventions.ts";
import type { Operation, Prose } from "../model/model.ts";
import { comment } from "../text/comment.ts";

/** Writes the doc comment of a schema or an input. */
export function proseComment({ summary, description, deprecated }: Prose, tags: Record<string, string> = {}): string {
  return comment([summary, description], { ...tags, ...(deprecated && { deprecated: "" }) });
}

/** Writes the doc comment of an operation. It adds the rate limit and audit events if the description omits them. */
export function operationComment(operation: Operation): string {
  const { doc, rateLimit, auditEvents, method, path, originalId } = operation;
  const { summary, description = "", deprecated } = doc;
  const missingLimit = rateLimitInDescription(description) ? undefined : rateLimit;
  const missingEvents = auditEvents.filter((event) => !description.includes(event));
  return comment(
    [
      summary && sentence(summary),
      description,
      missingLimit && `Rate limit: ${missingLimit.requests} requests per ${missingLimit.windowSeconds} seconds.`,
      missingEvents.length > 0 ? `Audit-trail events: ${missingEvents.join(", ")}.` : undefined,
      `\`${method} ${path}\`${originalId === undefined ? "" : `, operationId \`${originalId}\``}`,
    ],
    deprecated ? { deprecated: "" } : {},
  );
}

/** Writes the one-line doc comment of an export derived from an operation: its summary and a link to it. */
export function derivedComment({ doc: { summary, deprecated } }: Operation, link: string): string {
  return comment([summary ? `${sentence(summary)} ${link}` : link], deprecated ? { deprecated: "" } : {});
}

/** Adds a full stop unless the text ends with punctuation. */
function sentence(text: string): string {
  return /[.!?:]\s*$/.test(text) ? text.trim() : `${text.trim()}.`;
}
