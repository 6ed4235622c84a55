import { Button, CloseButton, Fieldset, Group, Input, Stack } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { KnownAccess } from "./permission-options.ts";
import { draftResource, type PermissionDraft } from "./permission-draft.ts";
import classes from "./permissions-editor.module.css";
import { ResourceFields } from "./resource-fields.tsx";
import { RoleSelect } from "./role-select.tsx";

/** What the editor of one permission works on. */
export interface PermissionFieldsetProps {
  readonly value: PermissionDraft;
  readonly onChange: (value: PermissionDraft) => void;
  readonly onRemove: () => void;
  /** Where this permission is in what is sent, such as `permissions.0`. */
  readonly path: string;
  readonly title: string;
  readonly errors: Readonly<Record<string, string>>;
  readonly known: KnownAccess;
}

/** Edits one permission: a role, and the resources it is for. */
export function PermissionFieldset(props: PermissionFieldsetProps) {
  const { value, onChange, onRemove, path, title, errors, known } = props;
  const { roleId, resources } = value;
  return (
    <Fieldset legend={title} className={classes.fieldset}>
      <CloseButton className={classes.remove} aria-label={`Leave out ${title.toLowerCase()}`} onClick={onRemove} />
      <Stack gap="sm">
        <RoleSelect
          value={roleId}
          onChange={(roleId) => onChange({ ...value, roleId })}
          known={known.roles}
          error={errors[`${path}.roleId`]}
        />
        <Input.Wrapper label="For" labelElement="div" error={errors[path] ?? errors[`${path}.resources`]}>
          <Stack gap={6}>
            {resources.map((resource, index) => (
              <ResourceFields
                key={resource.key}
                value={resource}
                path={`${path}.resources.${index}`}
                title={`Resource ${index + 1}`}
                errors={errors}
                onChange={(next) => onChange({ ...value, resources: resources.with(index, next) })}
                onRemove={() => onChange({ ...value, resources: resources.toSpliced(index, 1) })}
              />
            ))}
          </Stack>
        </Input.Wrapper>
        <Group>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} />}
            onClick={() => onChange({ ...value, resources: [...resources, draftResource()] })}
          >
            Add a resource
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}
