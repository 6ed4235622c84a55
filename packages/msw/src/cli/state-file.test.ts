import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { createMockWorkspace } from "../create-mock-workspace.ts";
import { readState, writeState } from "./state-file.ts";

function createDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "segment-iam-state-"));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  return directory;
}

it("reads what it wrote, and leaves no other file", async () => {
  const directory = createDirectory();
  const file = join(directory, "state.json");
  const state = createMockWorkspace({ users: 3 }).snapshot();
  await writeState(file, state);
  await writeState(file, state);
  expect(await readState(file)).toEqual(state);
  expect(readdirSync(directory)).toEqual(["state.json"]);
});

it("returns undefined if the file does not exist", async () => {
  expect(await readState(join(createDirectory(), "state.json"))).toBeUndefined();
});

const valid = createMockWorkspace({ users: 1, invites: 1, groups: 1 }).snapshot();

it.each<[string, object, string]>([
  ["a missing list", { ...valid, roles: undefined }, 'roles: "roles" is required'],
  ["a user without an email", { ...valid, users: [{ id: "a", name: "A" }] }, 'users.0.email: "email" is required'],
  [
    "a group without members",
    { ...valid, groups: [{ id: "g", name: "G" }] },
    'groups.0.userIds: "userIds" is required',
  ],
  ["an invite that is text", { ...valid, invites: ["a@example.com"] }, "invites.0: "],
])("rejects %s", async (_, state, message) => {
  const file = join(createDirectory(), "state.json");
  writeFileSync(file, JSON.stringify(state));
  await expect(readState(file)).rejects.toThrow(`${file} is not a saved workspace: ${message}`);
});

it("rejects a directory", async () => {
  await expect(readState(createDirectory())).rejects.toMatchObject({ code: "EISDIR" });
});
