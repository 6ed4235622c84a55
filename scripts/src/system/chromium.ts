import { existsSync } from "node:fs";

/** The paths of Chromium and Chrome on Debian, Ubuntu, Fedora, Arch and macOS. */
const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The path of the Chromium for tests: `CHROMIUM_PATH` if set, else the first one found, else `undefined`. */
export function findChromium(): string | undefined {
  return process.env["CHROMIUM_PATH"] ?? places.find((place) => existsSync(place));
}

/** Flags for a test browser. As root, Chromium has no sandbox. The others disable its background requests. */
export const chromiumArguments: readonly string[] = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
];
