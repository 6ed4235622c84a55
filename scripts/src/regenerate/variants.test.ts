import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, expect, it } from "vitest";

import { REPOSITORY } from "../repository.ts";
import { updateSpec } from "../update/update-spec.ts";
import { readSpec, VARIANTS } from "./variants.ts";

/** Review lines that name a file, with what to change in it. */
const FILE_LINE = /^(packages|scripts)\/\S+: |^README\.md: /;

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "segment-iam-variants-"));
});

afterAll(() => rm(directory, { recursive: true }));

/** Returns what to review in this repository after an update to a variant. Writes nothing. */
async function review(name: string): Promise<string[]> {
  const variant = VARIANTS.find((candidate) => candidate.name === name);
  if (!variant) throw new Error(`There is no variant ${name}`);
  const file = join(directory, `${name}.json`);
  await writeFile(file, JSON.stringify(await variant.create(await readSpec())));
  const update = await updateSpec({ root: REPOSITORY, file, dryRun: true });
  return update?.review ?? [];
}

it("needs no change of hand-written code, tests or scripts if the document gains operations", async () => {
  const lines = await review("many-kinds");
  expect(lines.filter((line) => FILE_LINE.test(line))).toEqual([]);
  // The new operations, and none of the operations that have a mock resolver.
  expect(lines).toContainEqual(expect.stringMatching(/^New operations without a mock resolver (?!.*deleteUsers)/));
});

it("lists what to change in hand-written code if the document loses parts", async () => {
  expect(await review("removed")).toEqual(
    expect.arrayContaining([
      "packages/react/src/optimistic/updates/delete-users.ts: remove the optimistic update of deleteUsers",
      "packages/msw/src/resolvers/users.ts: remove the mock resolver of deleteUsers",
      expect.stringMatching(/^packages\/console\/src\/(?!.*\.test\.).*: remove .*deleteUsers/i),
      expect.stringMatching(/^README\.md: remove .*useDeleteUsers/),
      expect.stringMatching(/^packages\/react\/src\/.*\/change-permissions\.ts: fix line \d+: .*'permissions'/),
    ]),
  );
});
