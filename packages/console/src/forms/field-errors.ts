import type { IamFailure } from "@segment-iam/client";

/** Segment's complaints, sorted by where a form can show them. */
export interface FieldErrors {
  /** The complaint for each field of the form that has one. */
  readonly byField: Readonly<Record<string, string>>;
  /** What belongs to no field of the form. */
  readonly rest: readonly string[];
}

/**
 * Sorts what Segment complained of by field.
 *
 * @param fieldOf turns the API's path, such as `invites.0.email`, into the name of a field of the form; `undefined` when it has none
 */
export function fieldErrors(failure: IamFailure | null, fieldOf: (path: string) => string | undefined): FieldErrors {
  const byField: Record<string, string> = {};
  const rest: string[] = [];
  for (const { field, message, type } of failure?.name === "ApiError" ? failure.errors : []) {
    const name = field === undefined ? undefined : fieldOf(field);
    const complaint = message ?? type;
    if (name === undefined) rest.push(complaint);
    else byField[name] = name in byField ? `${byField[name]}; ${complaint}` : complaint;
  }
  return { byField, rest };
}
