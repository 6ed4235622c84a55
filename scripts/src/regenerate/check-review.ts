import { posix } from "node:path";

/** Returns the files that a review names, relative to the root of the repository. */
export function filesInReview(report: string): string[] {
  return Array.from(report.matchAll(/^ {2}- (\S+\.(?:tsx?|md)): /gm), ([, path = ""]) => path);
}

/** Returns the files with type errors in the output of turbo's type checks, relative to the root of the repository. */
export function filesWithTypeErrors(output: string): string[] {
  const lines = output.matchAll(/^@segment-iam\/([\w-]+):typecheck: (\S+\.tsx?)\(\d+,\d+\): error /gm);
  return [...new Set(Array.from(lines, ([, name = "", path = ""]) => posix.join(folderOf(name), path)))];
}

function folderOf(name: string): string {
  return name === "scripts" ? name : `packages/${name.replace(/^example-/, "examples/")}`;
}
