import { IconUser } from "@tabler/icons-react";
import { expect, it } from "vitest";
import { groupEntries, type PaletteEntry } from "./group-entries.ts";

const entry = (key: string, label = key, keywords?: string): PaletteEntry => ({
  key,
  label,
  icon: IconUser,
  run() {},
  ...(keywords && { keywords }),
});

const invite = entry("invite", "Invite people", "add");
const importInvites = entry("import", "Import invites");
const scheme = entry("scheme", "Dark mode", "theme");
const commands = [invite, importInvites, scheme];
const none = { items: [], bestRank: Infinity };
const ada = entry("user 1", "Ada");

function group(
  query: string,
  recent: readonly PaletteEntry[] = [],
  users = none as { items: PaletteEntry[]; bestRank: number },
) {
  const groups = groupEntries(query, { commands, recent, users, invites: none });
  return groups.map(({ title, entries }) => [title].concat(entries.map(({ key }) => key)));
}

it.each([
  ["all commands without a query", group(""), [["Commands", "invite", "import", "scheme"]]],
  [
    "recent entries first, each once",
    group(" ", [ada, scheme]),
    [
      ["Recent", "user 1", "scheme"],
      ["Commands", "invite", "import"],
    ],
  ],
  ["commands by a keyword", group("theme"), [["Commands", "scheme"]]],
  ["nothing", group("zzz"), []],
  ["a better match at the start of a label first", group("inv"), [["Commands", "invite", "import"]]],
  ["the recent one of two equal matches first", group("i", [importInvites]), [["Commands", "import", "invite"]]],
  [
    "the group of the best match first",
    group("ad", [], { items: [ada], bestRank: 0 }),
    [
      ["Users", "user 1"],
      ["Commands", "invite"],
    ],
  ],
])("shows %s", (_, shown, expected) => {
  expect(shown).toEqual(expected);
});
