import { Button, CloseButton, Fieldset, Group, Input, Select, Stack, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import {
  draftResource,
  draftWorkspacePermission,
  type PermissionDraft,
  type ResourceDraft,
} from "./permission-draft.ts";
import type { PermissionOptions } from "./permission-options.ts";
import classes from "./permissions-editor.module.css";
import { isResourceType, resourceTypeOptions } from "./resource-types.ts";
import { RoleSelect } from "./role-select.tsx";

/** Error messages by path, such as `permissions.0.roleId`. */
type PermissionErrors = Readonly<Record<string, string>>;

/** Props of {@link PermissionsEditor}. */
export interface PermissionsEditorProps {
  readonly value: readonly PermissionDraft[];
  readonly onChange: (value: PermissionDraft[]) => void;
  readonly errors: PermissionErrors;
  readonly options: PermissionOptions;
  /** Creates the permission that the button adds. @default a permission on the workspace */
  readonly createPermission?: () => PermissionDraft;
}

/** Edits a list of permissions. */
export function PermissionsEditor(props: PermissionsEditorProps) {
  const { value, onChange, errors, options } = props;
  const { createPermission = () => draftWorkspacePermission(options.workspaceId) } = props;
  return (
    <Stack gap="sm">
      {value.map((permission, index) => (
        <PermissionFieldset
          key={permission.key}
          value={permission}
          path={`permissions.${index}`}
          title={`Permission ${index + 1}`}
          errors={errors}
          roles={options.roles}
          onChange={(next) => onChange(value.with(index, next))}
          onRemove={() => onChange(value.toSpliced(index, 1))}
        />
      ))}
      <Input.Error role="alert">{errors["permissions"]}</Input.Error>
      <Button
        variant="default"
        leftSection={<IconPlus size={16} />}
        onClick={() => onChange([...value, createPermission()])}
        style={{ alignSelf: "flex-start" }}
      >
        Add permission
      </Button>
    </Stack>
  );
}

/** Props of the editor of one item of a list. */
interface ItemEditorProps<Item> {
  readonly value: Item;
  readonly onChange: (value: Item) => void;
  readonly onRemove: () => void;
  /** The item's path in the input, such as `permissions.0`. */
  readonly path: string;
  readonly title: string;
  readonly errors: PermissionErrors;
}

interface PermissionFieldsetProps extends ItemEditorProps<PermissionDraft> {
  readonly roles: PermissionOptions["roles"];
}

/** Edits the role and resources of a permission. */
function PermissionFieldset({ value, onChange, onRemove, path, title, errors, roles }: PermissionFieldsetProps) {
  const { roleId, resources } = value;
  return (
    <Fieldset legend={title} className={classes.fieldset}>
      <CloseButton className={classes.remove} aria-label={`Remove ${title.toLowerCase()}`} onClick={onRemove} />
      <Stack gap="sm">
        <RoleSelect
          value={roleId}
          onChange={(roleId) => onChange({ ...value, roleId })}
          roles={roles}
          error={errors[`${path}.roleId`]}
        />
        <Input.Wrapper label="Resources" labelElement="div" error={errors[path] ?? errors[`${path}.resources`]}>
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
            Add resource
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}

/** Edits the type and ID of a resource. */
function ResourceFields({ value, onChange, onRemove, path, title, errors }: ItemEditorProps<ResourceDraft>) {
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
      <CloseButton mt={4} aria-label={`Remove ${title.toLowerCase()}`} onClick={onRemove} />
    </Group>
  );
}
