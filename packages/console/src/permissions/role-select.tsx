import { Select } from "@mantine/core";
import { useState } from "react";

/** Props of {@link RoleSelect}. */
export interface RoleSelectProps {
  /** The role's ID; empty without a selection. */
  readonly value: string;
  readonly onChange: (roleId: string) => void;
  /** Role names by role ID. */
  readonly roles: ReadonlyMap<string, string>;
  readonly error: string | undefined;
}

/** Selects a known role by name, or any other role by its ID. */
export function RoleSelect({ value, onChange, roles, error }: RoleSelectProps) {
  const [search, setSearch] = useState("");
  const knownRoles = Array.from(roles, ([value, label]) => ({ value, label }));
  const otherIds = new Set(
    [value, search.trim()].filter((id) => id && !roles.has(id) && !knownRoles.some(({ label }) => label === id)),
  );
  return (
    <Select
      label="Role"
      placeholder="Select a role or paste an ID"
      searchable
      data={[...knownRoles, ...Array.from(otherIds, (id) => ({ value: id, label: id }))]}
      value={value || null}
      onChange={(roleId) => onChange(roleId ?? "")}
      searchValue={search}
      onSearchChange={setSearch}
      nothingFoundMessage="No matching role"
      error={error}
    />
  );
}
