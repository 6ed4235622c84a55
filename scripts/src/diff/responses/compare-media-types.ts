import { jsonContent } from "../../model/model-context.ts";
import type { Finding, Pair } from "../api-change.ts";
import type { Content } from "./read-operation.ts";

/**
 * Compares the media types of a request or a response.
 *
 * The client uses one of them. Replacing it by another changes what is sent, even if the schema stays the same.
 */
export function compareMediaTypes({ before, after }: Pair<Content>, subject: string): Finding[] {
  const names = { before: Object.keys(before), after: Object.keys(after) };
  if (names.before.length === 0 || names.after.length === 0) return [];
  const [used, current] = [usedMediaType(before), usedMediaType(after)];
  const isReplaced = used !== undefined && !names.after.includes(used);
  const replaced: Finding[] = isReplaced
    ? [{ kind: "media-type-changed", subject, before: used, after: current ?? names.after.join(", ") }]
    : [];
  const removed = names.before.filter((name) => !names.after.includes(name) && name !== used);
  const added = names.after.filter((name) => !names.before.includes(name) && !(isReplaced && name === current));
  return [
    ...replaced,
    ...removed.map((before): Finding => ({ kind: "media-type-removed", subject, before })),
    ...added.map((after): Finding => ({ kind: "media-type-added", subject, after })),
  ];
}

/** Returns the media type that the client uses. */
export function usedMediaType(content: Content): string | undefined {
  return jsonContent(content)?.mediaType ?? Object.keys(content).find((name) => name === "*/*");
}
