import type { InvitePermissionV1 } from "@segment-iam/types";
import type { MockState } from "../mock-state.ts";
import { invalidField, notFound, type HttpError } from "../response/http-error.ts";

/** Returns a 404 for each unknown role, and a 422 for each resource with an empty ID. `field` is the path of the list. */
export function checkPermissions(
  { roles }: MockState,
  permissions: readonly InvitePermissionV1[],
  field: string,
): HttpError[] {
  const known = new Set(roles.map(({ id }) => id));
  return permissions.flatMap(({ roleId, resources = [] }, index) => [
    ...(known.has(roleId) ? [] : [notFound(`The role ${roleId} was not found`, `${field}.${index}.roleId`)]),
    ...resources.flatMap(({ id }, resource) =>
      id === "" ? [invalidField(`${field}.${index}.resources.${resource}.id`, "must not be empty")] : [],
    ),
  ]);
}
