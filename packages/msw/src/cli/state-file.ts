import { readFile, rename, writeFile } from "node:fs/promises";
import type { JsonSchema } from "../contract.ts";
import { contract } from "../generated/contract.ts";
import type { MockState } from "../mock-state.ts";
import { createValidator } from "../schema/create-validator.ts";

const TEXT: JsonSchema = { type: "string" };
const GROUP = objectOf({ id: TEXT, name: TEXT, userIds: listOf(TEXT) });
const STATE: JsonSchema = objectOf({
  workspaceId: TEXT,
  users: listOf(contract.schemas["UserV1"] ?? false),
  invites: listOf(contract.schemas["InviteV1"] ?? false),
  groups: listOf(GROUP),
  roles: listOf(objectOf({ id: TEXT, name: TEXT })),
});

/**
 * Reads the contents of a workspace.
 *
 * @returns `undefined` if the file does not exist
 * @throws {Error} if the file cannot be read, is not JSON, or does not hold a workspace.
 */
export async function readState(file: string): Promise<MockState | undefined> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
  const state = parse(file, text);
  const [problem] = createValidator(contract)(state, STATE, "");
  if (problem !== undefined)
    throw new Error(`${file} is not a saved workspace: ${problem.field || "the whole file"}: ${problem.message}`);
  return state;
}

/** Writes the contents of a workspace. A failed write leaves the old file. */
export async function writeState(file: string, state: MockState): Promise<void> {
  const temporary = `${file}.tmp`;
  await writeFile(temporary, `${JSON.stringify(state, null, 2)}\n`);
  await rename(temporary, file);
}

function parse(file: string, text: string): MockState {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

function objectOf(properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return { type: "object", required: Object.keys(properties), properties: { ...properties } };
}

function listOf(items: JsonSchema): JsonSchema {
  return { type: "array", items };
}
