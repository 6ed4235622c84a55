import type { UserV1 } from "@segment-iam/client";
import { useMemo } from "react";
import { isOwnerRole, labelRole } from "../permissions/find-role.ts";
import { collectPermissionOptions } from "../permissions/permission-options.ts";
import { resourceTypeOptions } from "../permissions/resource-types.ts";
import { ClearFilters, FilterSelect } from "../table/filter-select.tsx";
import { useListParams } from "../table/use-list-params.ts";
import { NO_ROLE } from "./show-users.ts";
import { texts } from "./texts.ts";

/** Filters the list by role and by resource type. */
export function UserFilters({ users }: { readonly users: readonly UserV1[] }) {
  const role = useListParams().get("role");
  const roles = useMemo(() => collectPermissionOptions(users).roles, [users]);
  return (
    <>
      <FilterSelect
        label={texts.filters.role}
        name="role"
        options={[
          { value: "", label: texts.filters.anyRole },
          { value: NO_ROLE, label: texts.noRoles },
          ...listRoles(roles),
          // A role in the URL that no loaded user has.
          ...(role && role !== NO_ROLE && !roles.has(role) ? [{ value: role, label: role }] : []),
        ]}
      />
      <FilterSelect
        label={texts.filters.resource}
        name="resource"
        options={[{ value: "", label: texts.filters.anyResource }, ...resourceTypeOptions]}
      />
      <ClearFilters names={["role", "resource", "ids"]} />
    </>
  );
}

/** Lists roles by name, owners first. */
function listRoles(roles: ReadonlyMap<string, string>): { value: string; label: string }[] {
  const options = Array.from(roles.keys(), (value) => ({ value, label: labelRole(value, roles) }));
  return options.toSorted(
    (a, b) => Number(isOwnerRole(b.label)) - Number(isOwnerRole(a.label)) || a.label.localeCompare(b.label, "en"),
  );
}
