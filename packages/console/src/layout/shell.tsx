import { AppShell, Box, NavLink, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconFileImport, IconMailForward, IconUsers } from "@tabler/icons-react";
import { Link, matchPath, Outlet, useLocation } from "react-router";
import { Header } from "./header.tsx";
import classes from "./shell.module.css";

/** The frame around every page: header, navigation and content. */
export function Shell() {
  const [isMenuOpen, { toggle, close }] = useDisclosure();
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 220, breakpoint: "sm", collapsed: { mobile: !isMenuOpen } }}
      classNames={{ main: classes.main ?? "", navbar: classes.navbar ?? "" }}
    >
      <AppShell.Header>
        <a href="#content" className={classes.skip}>
          Skip to content
        </a>
        <Header isMenuOpen={isMenuOpen} onToggleMenu={toggle} />
      </AppShell.Header>
      <AppShell.Navbar p="sm" aria-label="Pages">
        <Navigation onNavigate={close} />
      </AppShell.Navbar>
      <AppShell.Main>
        <Box id="content" tabIndex={-1} className={classes.content}>
          <Outlet />
        </Box>
      </AppShell.Main>
    </AppShell>
  );
}

const pages = [
  { to: "/users", label: "Users", icon: IconUsers },
  { to: "/invites", label: "Invites", icon: IconMailForward },
  { to: "/import", label: "Import invites", icon: IconFileImport },
];

function Navigation({ onNavigate }: { readonly onNavigate: () => void }) {
  const { pathname } = useLocation();
  return (
    <Stack gap={4}>
      {pages.map(({ to, label, icon: Icon }) => {
        const isActive = matchPath({ path: to, end: false }, pathname) !== null;
        return (
          <NavLink
            key={to}
            component={Link}
            to={to}
            label={label}
            leftSection={<Icon size={18} stroke={1.75} aria-hidden />}
            active={isActive}
            aria-current={isActive ? "page" : undefined}
            onClick={onNavigate}
            style={{ borderRadius: "var(--mantine-radius-md)" }}
          />
        );
      })}
    </Stack>
  );
}
