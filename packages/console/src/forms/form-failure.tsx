import type { IamFailure } from "@segment-iam/client";
import { FailureNotice } from "../feedback/failure-notice.tsx";
import type { FieldErrors } from "./field-errors.ts";

/** What a form failed with. */
export interface FormFailureProps {
  readonly failure: IamFailure | null;
  /** What did not happen, such as `Nobody was invited`. */
  readonly title: string;
  readonly errors: FieldErrors;
}

/** Says that a form was refused: points to the marked fields, and tells what belongs to none of them. */
export function FormFailure({ failure, title, errors: { byField, rest } }: FormFailureProps) {
  if (!failure) return null;
  if (Object.keys(byField).length === 0) return <FailureNotice failure={failure} title={title} />;
  return <FailureNotice failure={failure} title={title} advice="Correct what is marked in red." details={rest} />;
}
