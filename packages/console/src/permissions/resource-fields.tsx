import { CloseButton, Group, Select, TextInput } from "@mantine/core";
import type { ResourceDraft } from "./permission-draft.ts";
import { isResourceType, resourceTypeOptions } from "./resource-types.ts";

/** What the editor of one resource works on. */
export interface ResourceFieldsProps {
  readonly value: ResourceDraft;
  readonly onChange: (value: ResourceDraft) => void;
  readonly onRemove: () => void;
  /** Where this resource is in what is sent, such as `permissions.0.resources.0`. */
  readonly path: string;
  readonly title: string;
  readonly errors: Readonly<Record<string, string>>;
}

/** Edits one resource: its type and its ID. */
export function ResourceFields({ value, onChange, onRemove, path, title, errors }: ResourceFieldsProps) {
  return (
    <Group gap={6} wrap="nowrap" align="flex-start">
      <Select
        aria-label={`${title}: type`}
        data={resourceTypeOptions}
        value={value.type}
        onChange={(type) => isResourceType(type) && onChange({ ...value, type })}
        allowDeselect={false}
        error={errors[`${path}.type`]}
        w={{ base: 132, xs: 140 }}
      />
      <TextInput
        aria-label={`${title}: ID`}
        placeholder="ID"
        value={value.id}
        onChange={({ currentTarget }) => onChange({ ...value, id: currentTarget.value })}
        error={errors[`${path}.id`]}
        flex={1}
      />
      <CloseButton mt={4} aria-label={`Leave out ${title.toLowerCase()}`} onClick={onRemove} />
    </Group>
  );
}
