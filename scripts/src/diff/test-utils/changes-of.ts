import { apiDocument, type ApiDocument } from "../../test-utils/documents/api-document.ts";
import { modelOf } from "../../test-utils/model-of.ts";
import { classifyChanges, type ClassifiedChange } from "../classify-changes.ts";
import { compareModels } from "../compare/compare-models.ts";
import { formatChange, plainText } from "../format-change.ts";

/** Returns the changes between two documents. */
export function changesOf(before: ApiDocument, after: ApiDocument): ClassifiedChange[] {
  return classifyChanges(compareModels({ before: modelOf(apiDocument(before)), after: modelOf(apiDocument(after)) }));
}

/** Returns the changes between two documents as text, each with its bump. */
export function textsOf(before: ApiDocument, after: ApiDocument): string[] {
  return changesOf(before, after).map((change) => `${change.bump} ${formatChange(change, plainText)}`);
}
