import { useState, type ReactNode } from "react";
import { ChangeRisksNotice } from "./change-risks-notice.tsx";
import { ConfirmByTyping, isTyped, textToType } from "./confirm-by-typing.tsx";
import type { PlannedChange } from "./find-change-risks.ts";
import { needsTyping, useChangeRisks } from "./use-change-risks.ts";

/** What a dialog confirms. */
export interface ChangePlan {
  /** The users who are removed, or whose permissions change. */
  readonly changes: readonly PlannedChange[];
  /** The number of affected people. Above 20, the number must be typed. @default the number of changes */
  readonly people?: number;
}

/** The guards of a dialog. */
export interface ChangeConfirmation {
  /** The risks of the change, and the field for a typed confirmation. Empty for a change without risks. */
  readonly warnings: ReactNode;
  /** Whether the confirm button must be disabled: the search for other owners is in progress, or the required text is not typed. */
  readonly isBlocked: boolean;
}

/**
 * Guards a dialog that removes users or changes their permissions.
 *
 * @param plan what the dialog confirms; `undefined` while it is closed. Must be stable between renders: a new plan clears the typed text.
 */
export function useChangeConfirmation(plan: ChangePlan | undefined): ChangeConfirmation {
  const risks = useChangeRisks(plan?.changes);
  const [typed, setTyped] = useState<{ readonly plan: ChangePlan | undefined; readonly text: string }>();
  const text = typed?.plan === plan ? (typed?.text ?? "") : "";
  const expected = plan && textOf(plan, needsTyping(risks));
  return {
    warnings: (
      <>
        <ChangeRisksNotice risks={risks} />
        {expected !== undefined && (
          <ConfirmByTyping expected={expected} value={text} onChange={(next) => setTyped({ plan, text: next })} />
        )}
      </>
    ),
    isBlocked: risks.owners === "checking" || !isTyped(text, expected),
  };
}

/** Returns the text to type: the number of people, or the email address of a single user. */
function textOf({ changes, people = changes.length }: ChangePlan, isRisky: boolean): string | undefined {
  if (!isRisky) return textToType(people);
  return people === 1 ? changes[0]?.user.email : String(people);
}
