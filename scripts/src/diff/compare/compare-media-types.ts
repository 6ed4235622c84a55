import type { Model } from "../../model/model.ts";
import { selectContent } from "../../model/select-content.ts";
import type { OpenApiDocument } from "../../spec/openapi.ts";
import type { Finding, Pair } from "../api-change.ts";
import type { Content } from "../../model/openapi-operation.ts";

/**
 * Compares the media types of a request or a response.
 *
 * The client uses one of them. Replacing it by another changes what is sent, even if the schema stays the same.
 */
export function compareMediaTypes(models: Pair<Model>, { before, after }: Pair<Content>, subject: string): Finding[] {
  const names = { before: Object.keys(before), after: Object.keys(after) };
  if (names.before.length === 0 || names.after.length === 0) return [];
  const used = usedMediaType(models.before.document, before);
  const current = usedMediaType(models.after.document, after);
  // A media type without the schema that it needs is not used either.
  const isReplaced = used !== undefined && used !== current && !isSupported(models.after.document, after, used);
  const replaced: Finding[] = isReplaced
    ? [{ kind: "media-type-changed", subject, before: used, after: current ?? names.after.join(", ") }]
    : [];
  const removed = names.before.filter((name) => !names.after.includes(name) && !(isReplaced && name === used));
  const added = names.after.filter((name) => !names.before.includes(name) && !(isReplaced && name === current));
  return [
    ...replaced,
    ...removed.map((before): Finding => ({ kind: "media-type-removed", subject, before })),
    ...added.map((after): Finding => ({ kind: "media-type-added", subject, after })),
  ];
}

/** Returns the media type that the client uses. */
export function usedMediaType(document: OpenApiDocument, content: Content): string | undefined {
  return selectContent(document, content)?.mediaType;
}

function isSupported(document: OpenApiDocument, content: Content, name: string): boolean {
  const mediaType = content[name];
  return mediaType !== undefined && selectContent(document, { [name]: mediaType }) !== undefined;
}
