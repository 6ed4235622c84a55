import { Text } from "@mantine/core";
import { nameWorkspace, readWorkspace } from "../workspace.ts";
import { texts } from "./texts.ts";

/** States in a dialog which workspace an action changes. */
export function WorkspaceNote() {
  const workspace = readWorkspace(document);
  const isLive = workspace.kind === "live";
  return (
    <Text size="sm" fw={isLive ? 600 : 400} c={isLive ? "var(--mantine-color-error)" : "dimmed"}>
      {texts.workspaceNote(nameWorkspace(workspace))}
    </Text>
  );
}
