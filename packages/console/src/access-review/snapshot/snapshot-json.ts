import { regions, type Region } from "@segment-iam/client";
import type { Workspace } from "../../workspace.ts";
import { FileProblem, texts } from "./file-problem.ts";
import type { JsonReader } from "./json-reader.ts";
import {
  createSnapshot,
  SNAPSHOT_FORMAT,
  type AccessEntry,
  type Label,
  type Snapshot,
  type SnapshotCounts,
  type SnapshotSource,
  type SnapshotUser,
} from "./snapshot.ts";

/** Returns the content of a snapshot file, for `JSON.stringify`. */
export function snapshotToJson(snapshot: Snapshot): object {
  return { format: SNAPSHOT_FORMAT, ...snapshot };
}

/**
 * Reads a snapshot from JSON.
 *
 * @throws {FileProblem} if a value is missing or unexpected, or if the counts do not match the items
 */
export function readSnapshotJson(json: JsonReader): Snapshot {
  const counts = json.get("counts");
  return verifyCounts(
    createSnapshot(readSource(json), json.get("users").list(readUser), json.get("invites").list(readString)),
    {
      users: counts.get("users").number(),
      access: counts.get("access").number(),
      groups: counts.get("groups").number(),
      invites: counts.get("invites").number(),
    },
  );
}

/** Returns the snapshot. @throws {FileProblem} if it has other counts than the file states, because rows were added or removed */
function verifyCounts(snapshot: Snapshot, stated: SnapshotCounts): Snapshot {
  for (const name of ["users", "access", "groups", "invites"] as const) {
    if (snapshot.counts[name] !== stated[name]) {
      throw new FileProblem(texts.wrongCount(texts.counted[name], stated[name], snapshot.counts[name]));
    }
  }
  return snapshot;
}

function readSource(json: JsonReader): SnapshotSource {
  const statedUsers = json.get("statedUsers").optional(readNumber);
  return {
    takenAt: readDate(json.get("takenAt")),
    workspace: readWorkspace(json.get("workspace")),
    apiVersion: json.get("apiVersion").string(),
    toolVersion: json.get("toolVersion").string(),
    hasGroups: json.get("hasGroups").boolean(),
    ...(statedUsers !== undefined && { statedUsers }),
  };
}

function readWorkspace(json: JsonReader): Workspace {
  const id = json.get("id").optional(readString);
  const region = json.get("region").optional((value) => value.oneOf(Object.keys(regions) as Region[]));
  return {
    kind: json.get("kind").oneOf(["live", "mock"]),
    ...(region !== undefined && { region }),
    ...(id !== undefined && { id }),
  };
}

/** Reads an ISO 8601 date. @throws {FileProblem} for other text */
export function readDate(json: JsonReader): string {
  const text = json.string();
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(text) || Number.isNaN(Date.parse(text))) {
    throw new FileProblem(texts.invalidDate(text));
  }
  return text;
}

function readUser(json: JsonReader): SnapshotUser {
  return {
    id: json.get("id").string(),
    name: json.get("name").string(),
    email: json.get("email").string(),
    access: json.get("access").optional((list) => list.list(readAccess)),
    groups: json
      .get("groups")
      .optional((list) => list.list((group) => ({ id: group.get("id").string(), name: group.get("name").string() }))),
  };
}

function readAccess(json: JsonReader): AccessEntry {
  const entry = {
    resourceType: json.get("resourceType").optional(readString),
    resourceId: json.get("resourceId").optional(readString),
    labels: json.get("labels").optional(readLabels),
    resourceLabels: json.get("resourceLabels").optional(readLabels),
  };
  const present = Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined));
  return { roleId: json.get("roleId").string(), roleName: json.get("roleName").string(), ...present };
}

function readLabels(json: JsonReader): Label[] {
  return json.list((label) => ({ key: label.get("key").string(), value: label.get("value").string() }));
}

function readString(json: JsonReader): string {
  return json.string();
}

function readNumber(json: JsonReader): number {
  return json.number();
}
