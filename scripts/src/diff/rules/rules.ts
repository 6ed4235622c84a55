import { INPUT_RULES } from "./input-rules.ts";
import { OPERATION_RULES } from "./operation-rules.ts";
import { RESPONSE_RULES } from "./response-rules.ts";
import type { Rule } from "./rule.ts";
import { SERVER_RULES } from "./server-rules.ts";

/**
 * The rules, one per kind of change and scope.
 *
 * Compatibility is reversed between inputs and outputs: an input type may widen, an output type may narrow.
 */
export const RULES = [...OPERATION_RULES, ...INPUT_RULES, ...RESPONSE_RULES, ...SERVER_RULES];

/** The kinds of changes. */
export type ChangeKind = (typeof RULES)[number]["kind"];

const BY_KEY: ReadonlyMap<string, Rule> = new Map(RULES.map((row) => [`${row.kind} ${row.scope}`, row]));

/** Returns the rule for a change. @throws {Error} if there is none, which is a defect of the comparison. */
export function ruleFor({ kind, scope }: Pick<Rule, "kind" | "scope">): Rule {
  const found = BY_KEY.get(`${kind} ${scope}`);
  if (!found) throw new Error(`No rule for the change "${kind}" in the scope "${scope}". Add a row to rules/.`);
  return found;
}
