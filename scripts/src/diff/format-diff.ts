import { changeText, plain } from "./format-change.ts";
import type { SpecDiff } from "./diff-specs.ts";
import type { Release } from "./classify-changes.ts";
import type { Bump } from "./rules.ts";

const HEADINGS: Record<Bump, string> = { major: "Major", minor: "Minor", patch: "Patch" };

/** Writes what differs for a terminal. */
export function diffText({ documents, changes, releases }: SpecDiff): string {
  const { before, after } = documents;
  const sections = (["major", "minor", "patch"] as const).flatMap((bump) => {
    const lines = changes.filter((change) => change.bump === bump).map((change) => `  ${changeText(change, plain)}`);
    return lines.length > 0 ? [[HEADINGS[bump], ...lines].join("\n")] : [];
  });
  const packages = releases.length > 0 ? ["Packages", ...releases.map(releaseText), TOGETHER] : ["No package changes."];
  return [`${named(before)} -> ${named(after)}`, ...sections, packages.join("\n")].join("\n\n");
}

const TOGETHER = "  Changesets releases all packages together, with the highest of these bumps.";

function named({ file, version }: SpecDiff["documents"]["before"]): string {
  return version === undefined ? file : `${file} (${plain(version)})`;
}

function releaseText({ name, bump, reasons, otherwise = "" }: Release): string {
  const [first, ...others] = reasons;
  const more = others.length > 0 ? `, and ${others.length} more` : "";
  return `  @segment-iam/${name.padEnd(7)} ${bump}  ${first ? `${changeText(first, plain)}${more}` : otherwise}`;
}
