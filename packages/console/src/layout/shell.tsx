import { AppShell, Box, Burger, Group } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Outlet } from "react-router";
import { QuotaButton } from "./rate-limit-button.tsx";
import { ColorSchemeButton } from "./color-scheme-button.tsx";
import { Logo } from "./logo.tsx";
import { Navigation } from "./navigation.tsx";
import classes from "./shell.module.css";
import { WorkspaceBadge } from "./workspace-badge.tsx";

/** What stands around every page. */
export function Shell() {
  const [isOpen, { toggle, close }] = useDisclosure();
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 220, breakpoint: "sm", collapsed: { mobile: !isOpen } }}
      classNames={{ main: classes.main ?? "", navbar: classes.navbar ?? "" }}
    >
      <AppShell.Header>
        <a href="#content" className={classes.skip}>
          Skip to content
        </a>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger
              opened={isOpen}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-expanded={isOpen}
              aria-label={isOpen ? "Close the menu" : "Open the menu"}
            />
            <Logo />
            <WorkspaceBadge />
          </Group>
          <Group gap="xs" wrap="nowrap">
            <QuotaButton />
            <ColorSchemeButton />
          </Group>
        </Group>
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
