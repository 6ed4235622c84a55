import type { IamFailure } from "@segment-iam/client";

/** The API's validation errors, by form field. */
export interface FieldErrors {
  /** The error message of each field that has one. */
  readonly byField: Readonly<Record<string, string>>;
  /** Errors without a field, or of a field that the form does not show. */
  readonly other: readonly string[];
}

/**
 * Groups the API's validation errors by form field.
 *
 * @param toField maps the API's path, such as `invites.0.email`, to a field of the form; returns `undefined` if the form has no such field
 */
export function groupFieldErrors(
  failure: IamFailure | null,
  toField: (path: string) => string | undefined,
): FieldErrors {
  const byField: Record<string, string> = {};
  const other: string[] = [];
  for (const { field, message: text, type } of failure?.name === "ApiError" ? failure.errors : []) {
    const name = field === undefined ? undefined : toField(field);
    const message = text ?? type;
    if (name === undefined) other.push(message);
    else byField[name] = name in byField ? `${byField[name]}; ${message}` : message;
  }
  return { byField, other };
}
