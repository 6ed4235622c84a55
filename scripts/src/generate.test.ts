import { describe, expect, it } from "vitest";

import { generate } from "./generate.ts";
import { parse } from "./load.ts";
import { SPEC } from "./test-utils/documents/spec-text.ts";

const filesOf = (text: string) => generate(parse(text, "spec.yaml"));

describe("generate", () => {
  it("generates the same files from the same document", async () => {
    expect(await filesOf(SPEC)).toEqual(await filesOf(SPEC));
  });

  it("generates the same files from the same document in JSON", async () => {
    const { document } = parse(SPEC, "spec.yaml");
    expect(await filesOf(JSON.stringify(document))).toEqual(await filesOf(SPEC));
  });

  it("marks every file as generated, except JSON", async () => {
    for (const [path, code] of await filesOf(SPEC)) {
      if (path.endsWith(".json")) continue;
      expect(code).toMatch(/^(?:\/\/|<!--) @generated from spec\.yaml by `pnpm generate`\. Do not edit\.(?: -->)?\n\n/);
    }
  });

  it("emits a descriptor for each operation", async () => {
    const code = (await filesOf(SPEC)).get("packages/client/src/generated/operations.ts");
    expect(code).toContain(`
/** \`PUT /users/{userId}\` */
export const renameUser: Operation<"renameUser"> = /* @__PURE__ */ operation({
  id: "renameUser",
  method: "PUT",
  path: "/users/{userId}",
  body: true,
  noContent: true,
  invalidates: { listUsers: {} },
  changedItems: { listUsers: { itemsField: "users", idField: "id", input: "userId" } },
});
`);
  });

  it("emits the types of each operation", async () => {
    const code = (await filesOf(SPEC)).get("packages/types/src/generated/operations.ts");
    expect(code).toContain(`
export interface OperationTypes {
  listUsers: { input: ListUsersInput; data: ListUsersData; item: S.User };
  renameUser: { input: RenameUserInput; data: RenameUserData };
}
`);
    expect(code).toContain("export type BulkOperationId = never;");
  });
});
