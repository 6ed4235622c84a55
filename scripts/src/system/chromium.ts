import { existsSync } from "node:fs";

/** Where Debian, Ubuntu, Fedora, Arch, macOS and Chrome's own installers put a Chromium. */
const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The Chromium to test in: `CHROMIUM_PATH` if set, else the first one found; `undefined` when there is none. */
export function findChromium(): string | undefined {
  return process.env["CHROMIUM_PATH"] ?? places.find((place) => existsSync(place));
}

/** Flags for a test browser: no sandbox for root, where Chromium has none, and no calls home. */
export const chromiumArguments: readonly string[] = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
];
