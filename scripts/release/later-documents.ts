import { editOperations } from "../src/regenerate/edit-document.ts";
import { readSpec, VARIANTS } from "../src/regenerate/variants.ts";
import type { JsonObject } from "../src/spec/json.ts";

/** Returns the API document with one more operation, `listRoles`. */
export async function addListRoles(): Promise<JsonObject> {
  const variant = VARIANTS.find(({ name }) => name === "one-read");
  if (!variant) throw new Error('The variant "one-read" is missing');
  return variant.create(await readSpec());
}

/** Returns the document of {@link addListRoles} with `listRoles` renamed to `listWorkspaceRoles`, a breaking change. */
export async function renameListRoles(): Promise<JsonObject> {
  return editOperations(await addListRoles(), (operation) => {
    if (operation["operationId"] === "listRoles") operation["operationId"] = "listWorkspaceRoles";
  });
}
