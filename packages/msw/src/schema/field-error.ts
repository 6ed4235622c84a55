import type { RequestError } from "@segment-iam/types";

/** Creates a validation error for one input field, such as `pagination.cursor`. As in the API, the message names its last member. */
export function fieldError(
  field: string,
  reason: string,
  name: string = field.split(".").at(-1) || "value",
): RequestError {
  return { type: "input-validation", message: `${JSON.stringify(name)} ${reason}`, field };
}
