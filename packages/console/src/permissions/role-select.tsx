import { Select } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useState, type FocusEvent } from "react";
import { findRole, labelRole } from "./find-role.ts";
import { texts } from "./texts.ts";

/** Props of {@link RoleSelect}. */
export interface RoleSelectProps {
  /** The role's ID; empty without a selection. */
  readonly value: string;
  readonly onChange: (roleId: string) => void;
  /** Role names by role ID. */
  readonly roles: ReadonlyMap<string, string>;
  readonly error: string | undefined;
  /** @default "Role" */
  readonly label?: string;
}

/** Selects a known role by name, or any other role by its ID. Marks IDs that no loaded user has. */
export function RoleSelect({ value, onChange, roles, error, label = texts.role.label }: RoleSelectProps) {
  const [search, setSearch] = useState("");
  const text = search.trim();
  const isNewText =
    text !== "" && text !== value && !Array.from(roles.keys()).some((id) => includes(labelRole(id, roles), text));

  /** Keeps text that was typed or pasted. Without this, the field shows the previous selection again. */
  function onBlur({ currentTarget }: FocusEvent<HTMLInputElement>) {
    const typed = currentTarget.value.trim();
    if (typed === "" || typed === labelRole(value, roles)) return;
    const match = findRole(typed, roles);
    if (match.kind === "known") onChange(match.roleId);
    if (match.kind === "unknown") onChange(typed);
  }

  return (
    <Select
      label={label}
      placeholder={texts.role.placeholder}
      searchable
      // A dropdown outside of the page's landmarks is hard to find for screen readers.
      comboboxProps={{ withinPortal: false }}
      data={[
        ...Array.from(roles.keys(), (id) => ({ value: id, label: labelRole(id, roles) })),
        ...(value && !roles.has(value) ? [{ value, label: value }] : []),
        ...(isNewText ? [{ value: text, label: text }] : []),
      ]}
      renderOption={({ option }) => (roles.has(option.value) ? option.label : texts.role.idOption(option.value))}
      value={value || null}
      onChange={(roleId) => onChange(roleId ?? "")}
      searchValue={search}
      onSearchChange={setSearch}
      onBlur={onBlur}
      nothingFoundMessage={texts.role.noMatch}
      inputWrapperOrder={["label", "input", "description", "error"]}
      description={
        value && !roles.has(value) ? (
          <span style={{ display: "inline-flex", alignItems: "center", gap: 4 }}>
            <IconAlertTriangle size={14} color="var(--mantine-color-yellow-text)" aria-hidden /> {texts.role.unknownId}
          </span>
        ) : undefined
      }
      error={error}
    />
  );
}

function includes(label: string, text: string): boolean {
  return label.toLowerCase().includes(text.toLowerCase());
}
