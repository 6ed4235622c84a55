import { nameWorkspace, type Workspace } from "../../workspace.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import { texts } from "../texts.ts";

/** Formats the time of a snapshot in UTC, as in the file: `2026-11-29 08:30 UTC`. */
export function formatTime(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}

/** Describes a snapshot: its workspace, its size and whether it has groups. */
export function describeSnapshot({ workspace, counts, hasGroups }: Snapshot): string {
  const size = texts.snapshot.summary(counts) + (hasGroups ? `, ${texts.snapshot.withGroups}` : "");
  return `${capitalize(nameWorkspace(workspace))}. ${size}.`;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Returns whether two snapshots can be of the same workspace. An unknown ID can be any ID. */
export function isSameWorkspace(a: Workspace, b: Workspace): boolean {
  const isSameId = a.id === undefined || b.id === undefined || a.id === b.id;
  return a.kind === b.kind && a.region === b.region && isSameId;
}

/** Returns a file name such as `access-snapshot-2026-11-29-0830.json`. */
export function nameFile(kind: "snapshot" | "review", iso: string, extension: "json" | "csv"): string {
  return `access-${kind}-${iso.slice(0, 10)}-${iso.slice(11, 16).replace(":", "")}.${extension}`;
}
