import { rateLimitIn } from "../model/conventions.ts";
import type { Operation, Prose } from "../model/model.ts";
import { comment } from "../text/comment.ts";

/** What the document says about a schema or an input. */
export function proseComment({ summary, description, deprecated }: Prose, tags: Record<string, string> = {}): string {
  return comment([summary, description], { ...tags, ...(deprecated && { deprecated: "" }) });
}

/** The whole prose of an operation, with the facts that its description lacks. */
export function operationComment(operation: Operation): string {
  const { doc, limit, auditEvents, method, path, writtenId } = operation;
  const { summary, description = "", deprecated } = doc;
  const unsaidLimit = rateLimitIn(description) ? undefined : limit;
  const unsaidEvents = auditEvents.filter((event) => !description.includes(event));
  return comment(
    [
      summary && sentence(summary),
      description,
      unsaidLimit && `The rate limit is ${unsaidLimit.requests} requests in ${unsaidLimit.windowSeconds} seconds.`,
      unsaidEvents.length > 0 ? `Audit-trail events: ${unsaidEvents.join(", ")}.` : undefined,
      `\`${method} ${path}\`${writtenId === undefined ? "" : `, \`${writtenId}\` in the document`}`,
    ],
    deprecated ? { deprecated: "" } : {},
  );
}

/** One line for an export that is derived from an operation: the summary of the operation, and what links to it. */
export function derivedComment({ doc: { summary, deprecated } }: Operation, link: string): string {
  return comment([summary ? `${sentence(summary)} ${link}` : link], deprecated ? { deprecated: "" } : {});
}

/** Ends a text with a full stop, unless it ends with a mark of its own. */
function sentence(text: string): string {
  return /[.!?:]\s*$/.test(text) ? text.trim() : `${text.trim()}.`;
}
