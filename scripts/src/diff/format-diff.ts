import type { Release } from "./classify-changes.ts";
import type { SpecDiff } from "./diff-specs.ts";
import { formatChange, plainText } from "./format-change.ts";
import type { Bump } from "./rules/rule.ts";

const HEADINGS: Record<Bump, string> = { major: "Major", minor: "Minor", patch: "Patch" };

/** Formats a diff for the terminal. */
export function formatDiff({ documents, changes, releases }: SpecDiff): string {
  const { before, after } = documents;
  const servers = changes.filter(({ scope }) => scope === "server");
  const sections = (["major", "minor", "patch"] as const).flatMap((bump) => {
    const matching = changes.filter((change) => change.bump === bump && change.scope !== "server");
    const lines = matching.map((change) => `  ${formatChange(change, plainText)}`);
    return lines.length > 0 ? [[HEADINGS[bump], ...lines].join("\n")] : [];
  });
  const packages =
    releases.length > 0 ? ["Packages", ...releases.map(formatRelease), FIXED_GROUP] : ["No package changes."];
  const serverLines = servers.map((change) => `  ${change.bump.padEnd(5)}  ${formatChange(change, plainText)}`);
  const serverSection = servers.length > 0 ? [["Servers and security", ...serverLines].join("\n")] : [];
  return [
    `${formatDocument(before)} -> ${formatDocument(after)}`,
    ...serverSection,
    ...sections,
    packages.join("\n"),
  ].join("\n\n");
}

const FIXED_GROUP = "  All packages are released together, with the highest of these bumps.";

/** The reason for a release without a known change. */
const UNKNOWN = "generated code differs";

function formatDocument({ file, version }: SpecDiff["documents"]["before"]): string {
  return version === undefined ? file : `${file} (${plainText(version)})`;
}

function formatRelease({ name, bump, reasons }: Release): string {
  const [first, ...others] = reasons;
  const more = others.length > 0 ? `, and ${others.length} more` : "";
  return `  @segment-iam/${name.padEnd(7)} ${bump}  ${first ? formatChange(first, plainText) : UNKNOWN}${more}`;
}
