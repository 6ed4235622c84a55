import { Button, CloseButton, Fieldset, Group, Input, Select, Stack, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import {
  changeResourceType,
  draftResource,
  draftWorkspacePermission,
  resourceIdOf,
  type PermissionDraft,
  type ResourceDraft,
} from "./permission-draft.ts";
import type { PermissionOptions } from "./permission-options.ts";
import { isResourceType, resourceTypeOptions } from "./resource-types.ts";
import { RoleSelect } from "./role-select.tsx";
import { texts } from "./texts.ts";

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
  const { createPermission = () => draftWorkspacePermission() } = props;
  return (
    <Stack gap="sm">
      {value.map((permission, index) => (
        <PermissionFieldset
          key={permission.key}
          value={permission}
          path={`permissions.${index}`}
          number={index + 1}
          errors={errors}
          options={options}
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
        {texts.editor.addPermission}
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
  /** The item's position in its list, from 1. */
  readonly number: number;
  readonly errors: PermissionErrors;
  readonly options: PermissionOptions;
}

/** Edits the role and resources of a permission. */
function PermissionFieldset(props: ItemEditorProps<PermissionDraft>) {
  const { value, onChange, onRemove, path, number, errors, options } = props;
  const { roleId, resources } = value;
  return (
    <Fieldset legend={texts.editor.permission(number)} pos="relative" pt="xs">
      <CloseButton
        pos="absolute"
        top="-0.4rem"
        right="var(--mantine-spacing-xs)"
        style={{ zIndex: 1 }}
        aria-label={texts.editor.removePermission(number)}
        onClick={onRemove}
      />
      <Stack gap="sm">
        <RoleSelect
          value={roleId}
          onChange={(roleId) => onChange({ ...value, roleId })}
          roles={options.roles}
          error={errors[`${path}.roleId`]}
        />
        <Input.Wrapper
          label={texts.editor.resources}
          labelElement="div"
          error={errors[path] ?? errors[`${path}.resources`]}
        >
          <Stack gap={6}>
            {resources.map((resource, index) => (
              <ResourceFields
                key={resource.key}
                value={resource}
                path={`${path}.resources.${index}`}
                number={index + 1}
                errors={errors}
                options={options}
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
            {texts.editor.addResource}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}

/** Edits the type and ID of a resource. The workspace's ID is filled in. */
function ResourceFields(props: ItemEditorProps<ResourceDraft>) {
  const { value, onChange, onRemove, path, number, errors, options } = props;
  const { workspaceId } = options;
  const id = resourceIdOf(value, workspaceId);
  // A workspace has one ID.
  const isFixed = value.type === "WORKSPACE" && id !== "" && id === workspaceId;
  return (
    <Group gap={6} align="flex-start">
      <Select
        aria-label={texts.editor.resourceType(number)}
        data={resourceTypeOptions}
        value={value.type}
        onChange={(type) => isResourceType(type) && type !== value.type && onChange(changeResourceType(value, type))}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        error={errors[`${path}.type`]}
        w={140}
      />
      <TextInput
        aria-label={texts.editor.resourceId(number)}
        placeholder={texts.editor.id}
        value={isFixed ? id : value.id}
        readOnly={isFixed}
        variant={isFixed ? "filled" : "default"}
        onChange={({ currentTarget }) => onChange({ ...value, id: currentTarget.value })}
        error={errors[`${path}.id`]}
        // Moves to a second line on narrow screens, so that it shows the whole ID.
        flex="1 1 12.5rem"
      />
      <CloseButton mt={4} aria-label={texts.editor.removeResource(number)} onClick={onRemove} />
    </Group>
  );
}
