import { existsSync } from "node:fs";

/**
 * The paths of Chromium and Chrome on Debian, Ubuntu, Fedora, Arch and macOS. The headless shell is first, because the tests of
 * the console take a third less CPU time with it.
 */
const PATHS = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Returns the path of the Chromium for tests: `CHROMIUM_PATH` if it is set, otherwise the first installed one. */
export function findChromium(): string | undefined {
  return process.env["CHROMIUM_PATH"] ?? PATHS.find((path) => existsSync(path));
}

/** Flags for a test browser. Chromium cannot use its sandbox as root. The other flags disable background requests. */
export const chromiumArguments: readonly string[] = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
];
