import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findChromium } from "./chromium.ts";

interface SystemPackage {
  readonly name: string;
  readonly isInstalled: () => boolean;
  /** The apt packages that provide it. */
  readonly apt: readonly string[];
}

const systemPackages: readonly SystemPackage[] = [
  {
    name: "Chromium",
    isInstalled: () => findChromium() !== undefined,
    apt: ["chromium-headless-shell", "fonts-liberation"],
  },
  { name: "redis-server", isInstalled: () => isOnPath("redis-server"), apt: ["redis-server"] },
];

/**
 * Installs the system packages that the tests need, with apt.
 *
 * @throws {Error} if the user may not run apt. The message is one line and names the packages.
 */
export function installSystemPackages(): void {
  const missing = systemPackages.filter(({ isInstalled }) => !isInstalled());
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name).join(" and ");
  const packages = missing.flatMap(({ apt }) => apt);
  const apt = aptCommand();
  if (apt === undefined)
    throw new Error(
      `The tests need ${names}. Install them (on Debian: ${packages.join(" ")}), then run this command again.`,
    );
  console.log(`Installing ${names} (${[...apt, "install", ...packages].join(" ")})`);
  const run = (...words: string[]) => {
    const [command = "", ...rest] = [...apt, ...words];
    execFileSync(command, rest, { stdio: ["ignore", "ignore", "inherit"], env: aptEnvironment });
  };
  run("update");
  run("install", "--yes", "--no-install-recommends", ...packages);
}

const aptEnvironment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };

/** Returns the command for apt-get: with sudo unless the user is root. Returns `undefined` if sudo requires a password. */
function aptCommand(): string[] | undefined {
  if (!isOnPath("apt-get")) return undefined;
  if (process.getuid?.() === 0) return ["apt-get"];
  return spawnSync("sudo", ["--non-interactive", "true"]).status === 0 ? ["sudo", "apt-get"] : undefined;
}

function isOnPath(name: string): boolean {
  return (process.env["PATH"] ?? "").split(":").some((folder) => existsSync(`${folder}/${name}`));
}
