import { Button, Input, Stack } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { KnownAccess } from "./permission-options.ts";
import { draftPermission, type PermissionDraft } from "./permission-draft.ts";
import { PermissionFieldset } from "./permission-fieldset.tsx";

/** What the permission editor works on. */
export interface PermissionFieldsProps {
  readonly value: readonly PermissionDraft[];
  readonly onChange: (value: PermissionDraft[]) => void;
  /** What Segment complained of, by the API's own paths, such as `permissions.0.roleId`. */
  readonly errors: Readonly<Record<string, string>>;
  /** What can be offered to choose from. */
  readonly known: KnownAccess;
}

/** Edits a list of permissions. */
export function PermissionFields({ value, onChange, errors, known }: PermissionFieldsProps) {
  function add() {
    const resources = [{ id: known.workspaceId ?? "", type: "WORKSPACE" as const }];
    onChange([...value, draftPermission({ roleId: "", resources })]);
  }
  return (
    <Stack gap="sm">
      {value.map((permission, index) => (
        <PermissionFieldset
          key={permission.key}
          value={permission}
          path={`permissions.${index}`}
          title={`Permission ${index + 1}`}
          errors={errors}
          known={known}
          onChange={(next) => onChange(value.with(index, next))}
          onRemove={() => onChange(value.toSpliced(index, 1))}
        />
      ))}
      <Input.Error role="alert">{errors["permissions"]}</Input.Error>
      <Button variant="default" leftSection={<IconPlus size={16} />} onClick={add} style={{ alignSelf: "flex-start" }}>
        Add a permission
      </Button>
    </Stack>
  );
}
