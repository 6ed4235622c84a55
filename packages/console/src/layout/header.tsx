import { ActionIcon, Burger, Group, Text, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { IconMoon, IconSun } from "@tabler/icons-react";
import { Link } from "react-router";
import favicon from "../favicon.svg";
import { PaletteButton } from "../palette/palette-button.tsx";
import classes from "./header.module.css";
import { RateLimitButton } from "./rate-limit/rate-limit-button.tsx";
import { texts } from "./texts.ts";

/** Props of {@link Header}. */
export interface HeaderProps {
  readonly isMenuOpen: boolean;
  readonly onToggleMenu: () => void;
}

/** The header: menu, logo, search, rate limits and color scheme. */
export function Header({ isMenuOpen, onToggleMenu }: HeaderProps) {
  return (
    <Group h={56} px="md" justify="space-between" wrap="nowrap">
      <Group gap="sm" wrap="nowrap">
        <Burger
          opened={isMenuOpen}
          onClick={onToggleMenu}
          hiddenFrom="sm"
          size="sm"
          aria-controls="pages"
          aria-expanded={isMenuOpen}
          aria-label={isMenuOpen ? texts.closeMenu : texts.openMenu}
        />
        <Logo />
      </Group>
      <Group gap="xs" wrap="nowrap">
        <PaletteButton />
        <RateLimitButton />
        <ColorSchemeButton />
      </Group>
    </Group>
  );
}

function Logo() {
  return (
    <Link to="/users" className={classes.logo} aria-label={texts.home}>
      <Group gap="xs" wrap="nowrap">
        <img src={favicon} alt="" width={28} height={28} />
        <Text fw={650} lts="-0.01em" component="span">
          {texts.product}
        </Text>
      </Group>
    </Link>
  );
}

/** Switches between light and dark. Mantine stores the choice in this browser; the default is the system's scheme. */
function ColorSchemeButton() {
  const { setColorScheme } = useMantineColorScheme();
  const other = useComputedColorScheme("light") === "dark" ? "light" : "dark";
  const label = texts.colorScheme[other];
  const Icon = other === "dark" ? IconMoon : IconSun;
  return (
    <ActionIcon variant="default" size="lg" aria-label={label} title={label} onClick={() => setColorScheme(other)}>
      <Icon size={18} stroke={1.75} />
    </ActionIcon>
  );
}
