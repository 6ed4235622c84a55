import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from "@mantine/core";
import { texts } from "./layout/texts.ts";

const evergreen: MantineColorsTuple = [
  "#e9faf3",
  "#d3f2e5",
  "#a6e4cb",
  "#74d5af",
  "#4bc998",
  "#2fb985",
  "#1d9a6c",
  "#127a55",
  "#0d6647",
  "#084f36",
];

const closeButtonProps = { "aria-label": texts.close };

/** A title may be an email address, which has no spaces to wrap at. */
const title = { minWidth: 0, fontWeight: 600, lineHeight: 1.35, overflowWrap: "anywhere" } as const;

/** The console's theme. Contrast meets WCAG AA in both color schemes. Some of Mantine's defaults do not meet it. */
export const theme = createTheme({
  primaryColor: "evergreen",
  primaryShade: { light: 7, dark: 7 },
  colors: { evergreen },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  headings: { fontFamily: "'Inter Variable', system-ui, sans-serif", fontWeight: "650" },
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Badge: { defaultProps: { variant: "light", radius: "sm", tt: "none", fw: 500 } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 300 } },
    Drawer: { defaultProps: { position: "right", size: "lg", padding: "lg", closeButtonProps }, styles: { title } },
    Modal: { defaultProps: { centered: true, closeButtonProps }, styles: { title } },
    // Without this role, assistive technology treats the `<header>` of a dialog as a second banner landmark.
    ModalHeader: { defaultProps: { role: "presentation" } },
    DrawerHeader: { defaultProps: { role: "presentation" } },
    Notification: { defaultProps: { closeButtonProps }, styles: { description: { overflowWrap: "anywhere" } } },
    Alert: { styles: { title: { color: "var(--mantine-color-text)" } } },
  },
});

const filledRed = { "--mantine-color-red-filled": "#c92a2a", "--mantine-color-red-filled-hover": "#b02525" };

/** Overrides Mantine colors with too little contrast, and light backgrounds in the dark scheme. Also defines the `--console-…` variables. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { "--console-live": "#c92a2a" },
  light: {
    ...filledRed,
    "--mantine-color-dimmed": "#5c636b",
    "--mantine-color-placeholder": "#6b7280",
    "--mantine-color-error": "#c92a2a",
    "--console-surface": "#f8f9fa",
    "--console-line": "#eceef0",
  },
  dark: {
    ...filledRed,
    "--mantine-color-dimmed": "#a6adb4",
    "--mantine-color-placeholder": "#9aa1a8",
    "--mantine-color-error": "#ff8787",
    "--mantine-color-evergreen-light": tint("#127a55"),
    "--mantine-color-gray-light": "#343638",
    "--mantine-color-red-light": tint("#c92a2a"),
    "--mantine-color-yellow-light": tint("#b07a00"),
    "--console-surface": "#1b1c1e",
    "--console-line": "#323436",
  },
});

/** Mixes a color into the page background, for badges and alerts in the dark scheme. */
function tint(color: string): string {
  return `color-mix(in srgb, ${color} 35%, var(--mantine-color-body))`;
}
