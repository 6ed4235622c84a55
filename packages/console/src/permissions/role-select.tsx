import { Select } from "@mantine/core";
import { useState } from "react";

/** What the choice of a role works on. */
export interface RoleSelectProps {
  /** The role's ID; empty when none is chosen. */
  readonly value: string;
  readonly onChange: (roleId: string) => void;
  /** Names by role ID, to choose from. */
  readonly known: ReadonlyMap<string, string>;
  readonly error: string | undefined;
}

/** Chooses a role: one that somebody has already, by name, or any other by its ID. */
export function RoleSelect({ value, onChange, known, error }: RoleSelectProps) {
  const [search, setSearch] = useState("");
  const options = Array.from(known, ([value, label]) => ({ value, label }));
  const typed = search.trim();
  const others = new Set(
    [value, typed].filter((id) => id && !known.has(id) && !options.some(({ label }) => label === id)),
  );
  return (
    <Select
      label="Role"
      placeholder="Choose, or paste an ID"
      searchable
      data={[...options, ...Array.from(others, (id) => ({ value: id, label: id }))]}
      value={value || null}
      onChange={(roleId) => onChange(roleId ?? "")}
      searchValue={search}
      onSearchChange={setSearch}
      nothingFoundMessage="No such role"
      error={error}
    />
  );
}
