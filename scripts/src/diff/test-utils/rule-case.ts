import { apiDocument, type ApiDocument } from "../../test-utils/documents/api-document.ts";
import { modelOf } from "../../test-utils/model-of.ts";
import { classifyChanges, type ClassifiedChange } from "../classify-changes.ts";
import { compareModels } from "../compare/compare-models.ts";
import type { ChangeKind } from "../rules.ts";
import type { Bump, ChangeScope } from "../rules/rule.ts";

/** A change, the bump that it requires, and two documents that differ by it. */
export type RuleCase = [kind: ChangeKind, scope: ChangeScope, bump: Bump, before: ApiDocument, after: ApiDocument];

/** Returns the changes between two documents. */
export function changesOf(before: ApiDocument, after: ApiDocument): ClassifiedChange[] {
  return classifyChanges(compareModels({ before: modelOf(apiDocument(before)), after: modelOf(apiDocument(after)) }));
}
