import { useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import {
  IconBaselineDensityMedium,
  IconBaselineDensitySmall,
  IconDownload,
  IconFileImport,
  IconKeyboard,
  IconListCheck,
  IconMailForward,
  IconMoon,
  IconRefresh,
  IconSun,
  IconUserPlus,
  IconUsers,
} from "@tabler/icons-react";
import { useLocation, useNavigate } from "react-router";
import { fromList } from "../layout/use-close-panel.ts";
import { useRefresh } from "../query-client.ts";
import { useComfortableRows } from "../table/grid/use-row-height.ts";
import type { PaletteEntry } from "./group-entries.ts";
import { texts } from "./texts.ts";

/** The views that a command can open. */
export interface CommandViews {
  readonly onExport: () => void;
  readonly onShowShortcuts: () => void;
}

/** Returns the commands of the palette. */
export function useCommands({ onExport, onShowShortcuts }: CommandViews): readonly PaletteEntry[] {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme("light") === "dark";
  const [isComfortable, setComfortable] = useComfortableRows();
  const refresh = useRefresh();
  const { commands } = texts;
  const goTo = (path: string) => () => void navigate(path);
  // The form opens beside the current list, with its search and filters.
  const list = ["/users", "/invites"].find((path) => pathname === path || pathname.startsWith(`${path}/`));
  const invitePage = { pathname: `${list ?? "/users"}/new`, search: list ? search : "" };
  // Closing the form navigates back only if it was opened from a list.
  const inviteState = pathname === list ? fromList : undefined;
  const openInviteForm = () => void navigate(invitePage, { state: inviteState });
  const toggleScheme = () => setColorScheme(isDark ? "light" : "dark");
  const scheme = isDark ? { ...commands.light, icon: IconSun } : { ...commands.dark, icon: IconMoon };
  const density = isComfortable
    ? { ...commands.compact, icon: IconBaselineDensitySmall }
    : { ...commands.comfortable, icon: IconBaselineDensityMedium };
  return [
    { key: "users", ...commands.users, icon: IconUsers, run: goTo("/users") },
    { key: "invites", ...commands.invites, icon: IconMailForward, run: goTo("/invites") },
    { key: "invite", ...commands.invite, icon: IconUserPlus, run: openInviteForm },
    { key: "import", ...commands.import, icon: IconFileImport, run: goTo("/import") },
    { key: "review", ...commands.review, icon: IconListCheck, run: goTo("/access-review") },
    { key: "export", ...commands.export, icon: IconDownload, run: onExport },
    { key: "refresh", ...commands.refresh, icon: IconRefresh, shortcut: "R", run: refresh },
    { key: "scheme", ...scheme, run: toggleScheme },
    { key: "density", ...density, run: () => setComfortable(!isComfortable) },
    { key: "shortcuts", ...commands.shortcuts, icon: IconKeyboard, shortcut: "?", run: onShowShortcuts },
  ];
}
