import { Button } from "@mantine/core";
import type { UserV1 } from "@segment-iam/client";
import { useMemo } from "react";
import { isOwnerRole, labelRole } from "../permissions/find-role.ts";
import { collectPermissionOptions } from "../permissions/permission-options.ts";
import { resourceTypeOptions } from "../permissions/resource-types.ts";
import { FilterSelect } from "../table/filter-select.tsx";
import { useListParams } from "../table/use-list-params.ts";
import { NO_ROLE } from "./show-users.ts";
import { texts } from "./texts.ts";

/** Filters the list by role and by resource type. */
export function UserFilters({ users }: { readonly users: readonly UserV1[] }) {
  const params = useListParams();
  const roles = useMemo(() => collectPermissionOptions(users).roles, [users]);
  const role = params.get("role");
  const isFiltered = role !== "" || params.get("resource") !== "" || params.get("ids") !== "";
  return (
    <>
      <FilterSelect
        label={texts.filters.role}
        value={role}
        onChange={(value) => params.set({ role: value })}
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
        value={params.get("resource")}
        onChange={(value) => params.set({ resource: value })}
        options={[{ value: "", label: texts.filters.anyResource }, ...resourceTypeOptions]}
      />
      {isFiltered && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          onClick={() => params.set({ role: "", resource: "", ids: "" })}
        >
          {texts.filters.clear}
        </Button>
      )}
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
