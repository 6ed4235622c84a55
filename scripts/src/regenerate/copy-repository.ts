import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";

import { REPOSITORY } from "../repository.ts";

/** Copies the files of the repository that git does not ignore, with uncommitted changes, into a directory. */
export function copyRepository(directory: string): void {
  const list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const paths = execFileSync("git", list, { cwd: REPOSITORY, encoding: "utf8" }).split("\0");
  for (const path of paths) {
    // A deleted file is listed until its deletion is committed.
    if (path === "" || !existsSync(join(REPOSITORY, path))) continue;
    mkdirSync(join(directory, dirname(path)), { recursive: true });
    cpSync(join(REPOSITORY, path), join(directory, path));
  }
}
