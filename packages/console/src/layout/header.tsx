import {
  ActionIcon,
  Badge,
  Burger,
  Group,
  Text,
  Tooltip,
  useComputedColorScheme,
  useMantineColorScheme,
} from "@mantine/core";
import { IconMoon, IconSun } from "@tabler/icons-react";
import { Link } from "react-router";
import favicon from "../favicon.svg";
import { readWorkspaceKind } from "../workspace-kind.ts";
import classes from "./header.module.css";
import { RateLimitButton } from "./rate-limit-button.tsx";

/** Props of {@link Header}. */
export interface HeaderProps {
  readonly isMenuOpen: boolean;
  readonly onToggleMenu: () => void;
}

/** The header: logo, workspace kind, rate limits and color scheme. */
export function Header({ isMenuOpen, onToggleMenu }: HeaderProps) {
  return (
    <Group h="100%" px="md" justify="space-between" wrap="nowrap">
      <Group gap="sm" wrap="nowrap">
        <Burger
          opened={isMenuOpen}
          onClick={onToggleMenu}
          hiddenFrom="sm"
          size="sm"
          aria-expanded={isMenuOpen}
          aria-label={isMenuOpen ? "Close menu" : "Open menu"}
        />
        <Logo />
        <WorkspaceBadge />
      </Group>
      <Group gap="xs" wrap="nowrap">
        <RateLimitButton />
        <ColorSchemeButton />
      </Group>
    </Group>
  );
}

function Logo() {
  return (
    <Link to="/users" className={classes.logo} aria-label="Segment IAM: all users">
      <Group gap="xs" wrap="nowrap">
        <img src={favicon} alt="" width={28} height={28} />
        <Text fw={650} lts="-0.01em" component="span">
          Segment IAM
        </Text>
      </Group>
    </Link>
  );
}

const workspaceKinds = {
  mock: { label: "Mock", color: "gray", hint: "Sample workspace. Changes are lost on restart." },
  live: { label: "Live", color: "red", hint: "Your real workspace. Changes take effect immediately." },
};

function WorkspaceBadge() {
  const { label, color, hint } = workspaceKinds[readWorkspaceKind(document)];
  return (
    <Tooltip label={hint}>
      <Badge color={color} aria-label={`${label} workspace`}>
        {label}
      </Badge>
    </Tooltip>
  );
}

/** Switches between light and dark. Mantine stores the choice in this browser; the default is the system's scheme. */
function ColorSchemeButton() {
  const { setColorScheme } = useMantineColorScheme();
  const other = useComputedColorScheme("light") === "dark" ? "light" : "dark";
  const label = `Switch to ${other} mode`;
  const Icon = other === "dark" ? IconMoon : IconSun;
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" size="lg" aria-label={label} onClick={() => setColorScheme(other)}>
        <Icon size={18} stroke={1.75} />
      </ActionIcon>
    </Tooltip>
  );
}
