import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findChromium } from "./chromium.ts";

interface SystemPackage {
  readonly name: string;
  readonly isThere: () => boolean;
  /** The apt packages that provide it. */
  readonly apt: readonly string[];
}

const systemPackages: readonly SystemPackage[] = [
  { name: "Chromium", isThere: () => findChromium() !== undefined, apt: ["chromium", "fonts-liberation"] },
  { name: "redis-server", isThere: () => isOnPath("redis-server"), apt: ["redis-server"] },
];

/**
 * Installs missing system packages of the tests through apt.
 *
 * @throws {Error} with one line that says what to install, if the user may not run apt.
 */
export function installSystemPackages(): void {
  const missing = systemPackages.filter(({ isThere }) => !isThere());
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name).join(" and ");
  const packages = missing.flatMap(({ apt }) => apt);
  const apt = aptCommand();
  if (apt === undefined) throw new Error(`The tests need ${names}. Install them, then run this command again`);
  console.log(`Installing ${names} (${[...apt, "install", ...packages].join(" ")})`);
  const run = (...words: string[]) => {
    const [command = "", ...rest] = [...apt, ...words];
    execFileSync(command, rest, { stdio: ["ignore", "ignore", "inherit"], env: aptEnvironment });
  };
  run("update");
  run("install", "--yes", "--no-install-recommends", ...packages);
}

const aptEnvironment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };

/** The command for apt-get: directly as root, else through sudo if it needs no password, else `undefined`. */
function aptCommand(): string[] | undefined {
  if (!isOnPath("apt-get")) return undefined;
  if (process.getuid?.() === 0) return ["apt-get"];
  return spawnSync("sudo", ["--non-interactive", "true"]).status === 0 ? ["sudo", "apt-get"] : undefined;
}

function isOnPath(name: string): boolean {
  return (process.env["PATH"] ?? "").split(":").some((folder) => existsSync(`${folder}/${name}`));
}
