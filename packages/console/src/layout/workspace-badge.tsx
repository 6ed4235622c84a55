import { Badge, Tooltip } from "@mantine/core";
import { readWorkspaceKind } from "../workspace-kind.ts";

const kinds = {
  mock: { label: "Mock", color: "gray", hint: "A made-up workspace: try anything, a restart brings it back" },
  live: { label: "Live", color: "red", hint: "Your real workspace: what you do here happens there" },
};

/** Tells whether removing somebody has consequences. */
export function WorkspaceBadge() {
  const { label, color, hint } = kinds[readWorkspaceKind(document)];
  return (
    <Tooltip label={hint}>
      <Badge color={color} aria-label={`${label} workspace`}>
        {label}
      </Badge>
    </Tooltip>
  );
}
