import { Text, VisuallyHidden } from "@mantine/core";
import { IconMinus, IconPlus } from "@tabler/icons-react";
import { grantKey, type Grant, type PermissionsDiff } from "./diff-permissions.ts";
import { labelRole } from "./find-role.ts";
import classes from "./permissions-diff-view.module.css";
import { displayResourceType } from "./resource-types.ts";
import { texts } from "./texts.ts";

/** Props of {@link PermissionsDiffView}. */
export interface PermissionsDiffViewProps {
  readonly diff: PermissionsDiff;
  /** Role names by role ID. */
  readonly roles: ReadonlyMap<string, string>;
}

/** Lists the added and the removed permissions, one line for each role and resource, and counts the others. */
export function PermissionsDiffView({ diff: { added, removed, kept }, roles }: PermissionsDiffViewProps) {
  return (
    <ul aria-label={texts.diff.title} className={classes.list}>
      {removed.map((grant) => (
        <li key={grantKey(grant)} className={classes.removed}>
          <IconMinus size={14} aria-hidden />
          <VisuallyHidden>{texts.diff.removed}</VisuallyHidden>
          <GrantText grant={grant} roles={roles} />
        </li>
      ))}
      {added.map((grant) => (
        <li key={grantKey(grant)} className={classes.added}>
          <IconPlus size={14} aria-hidden />
          <VisuallyHidden>{texts.diff.added}</VisuallyHidden>
          <GrantText grant={grant} roles={roles} />
        </li>
      ))}
      {kept.length > 0 && (
        <Text component="li" size="xs" c="dimmed" px={8}>
          {texts.diff.kept(kept.length)}
        </Text>
      )}
    </ul>
  );
}

function GrantText({ grant, roles }: { readonly grant: Grant; readonly roles: ReadonlyMap<string, string> }) {
  const { roleId, resource } = grant;
  return (
    <span className={classes.text}>
      <strong>{labelRole(roleId, roles)}</strong>
      {" · "}
      {resource ? displayResourceType(resource.type).label : texts.noResource}
      {resource && resource.type !== "WORKSPACE" && (
        <>
          {" "}
          <code className={classes.id}>{resource.id}</code>
        </>
      )}
    </span>
  );
}
