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
  const { commands, keywords } = texts;
  const goTo = (path: string) => () => void navigate(path);
  // The form opens beside the current list, with its search and filters.
  const list = ["/users", "/invites"].find((path) => pathname === path || pathname.startsWith(`${path}/`));
  const invitePage = { pathname: `${list ?? "/users"}/new`, search: list ? search : "" };
  // Closing the form navigates back only if it was opened from a list.
  const inviteState = pathname === list ? fromList : undefined;
  return [
    { key: "users", label: commands.users, keywords: keywords.users, icon: IconUsers, run: goTo("/users") },
    {
      key: "invites",
      label: commands.invites,
      keywords: keywords.invites,
      icon: IconMailForward,
      run: goTo("/invites"),
    },
    {
      key: "invite",
      label: commands.invite,
      keywords: keywords.invite,
      icon: IconUserPlus,
      run: () => void navigate(invitePage, { state: inviteState }),
    },
    { key: "import", label: commands.import, keywords: keywords.import, icon: IconFileImport, run: goTo("/import") },
    {
      key: "review",
      label: commands.review,
      keywords: keywords.review,
      icon: IconListCheck,
      run: goTo("/access-review"),
    },
    { key: "export", label: commands.export, keywords: keywords.export, icon: IconDownload, run: onExport },
    {
      key: "refresh",
      label: commands.refresh,
      keywords: keywords.refresh,
      icon: IconRefresh,
      shortcut: "R",
      run: refresh,
    },
    {
      key: "scheme",
      label: isDark ? commands.light : commands.dark,
      keywords: keywords.scheme,
      icon: isDark ? IconSun : IconMoon,
      run: () => setColorScheme(isDark ? "light" : "dark"),
    },
    {
      key: "density",
      label: isComfortable ? commands.compact : commands.comfortable,
      keywords: keywords.density,
      icon: isComfortable ? IconBaselineDensitySmall : IconBaselineDensityMedium,
      run: () => setComfortable(!isComfortable),
    },
    {
      key: "shortcuts",
      label: commands.shortcuts,
      keywords: keywords.shortcuts,
      icon: IconKeyboard,
      shortcut: "?",
      run: onShowShortcuts,
    },
  ];
}
