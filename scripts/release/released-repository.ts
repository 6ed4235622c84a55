import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { copyRepository } from "../src/regenerate/copy-repository.ts";
import type { JsonObject } from "../src/spec/json.ts";
import type { Sandbox } from "./sandbox.ts";

/** A copy of the repository that releases versions of the packages. */
export interface ReleasedRepository {
  /** Replaces the API document with `pnpm spec:update` and commits. Returns the new changeset. */
  readonly updateSpec: (document: JsonObject) => Promise<string>;
  /** Releases a version with the steps of the release workflow: version, commit, build, pack and publish. */
  readonly release: () => Promise<Release>;
}

/** A released version of the packages. */
interface Release {
  readonly version: string;
  /** The specifiers of the published packages, such as `@segment-iam/client@0.1.0`. */
  readonly published: readonly string[];
}

/** Copies the repository with its uncommitted changes, and installs its dependencies. */
export async function createReleasedRepository({ directory, run }: Sandbox): Promise<ReleasedRepository> {
  const root = join(directory, "repository");
  await mkdir(root);
  copyRepository(root);
  await run(root, "git", "init", "--quiet", "--initial-branch=main");
  await commit("Copy the repository");
  await run(root, "pnpm", "install", "--frozen-lockfile", "--prefer-offline");

  async function commit(message: string): Promise<void> {
    await run(root, "git", "add", "--all");
    await run(root, "git", "commit", "--quiet", "--message", message);
  }

  return {
    async updateSpec(document) {
      const file = join(directory, "newer.json");
      await writeFile(file, JSON.stringify(document));
      await run(root, "pnpm", "spec:update", file);
      const added = await run(root, "git", "ls-files", "--others", "--exclude-standard", ".changeset");
      await commit("feat: update the API document");
      return readFileSync(join(root, added.trim()), "utf8");
    },

    async release() {
      await run(root, "pnpm", "changeset", "version");
      await commit("chore: version packages");
      await run(root, "pnpm", "build", "--filter", "./packages/*", "--filter", "!@segment-iam/console");
      const tarballs = await mkdtemp(join(directory, "tarballs-"));
      await run(root, "pnpm", "changeset", "pack", "--out-dir", tarballs);
      const output = await run(root, "pnpm", "changeset", "publish", "--from-pack-dir", tarballs);
      const { version } = JSON.parse(readFileSync(join(root, "packages/client/package.json"), "utf8"));
      const tags = await run(root, "git", "tag", "--points-at", "HEAD");
      const published = tags.trim().split("\n");
      if (!existsSync(join(root, "packages/client/CHANGELOG.md")) || published.length < 2) throw new Error(output);
      return { version, published };
    },
  };
}
