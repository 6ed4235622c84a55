import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findChromium } from "./chromium.ts";

interface SystemPackage {
  readonly name: string;
  readonly isThere: () => boolean;
  /** What apt installs to get it. */
  readonly apt: readonly string[];
}

const systemPackages: readonly SystemPackage[] = [
  { name: "Chromium", isThere: () => findChromium() !== undefined, apt: ["chromium", "fonts-liberation"] },
  { name: "redis-server", isThere: () => isOnPath("redis-server"), apt: ["redis-server"] },
];

/**
 * Installs through apt what the tests need and the machine lacks, where the user may.
 *
 * @throws {Error} with one line that says what to install, where the user may not.
 */
export function installSystemPackages(): void {
  const missing = systemPackages.filter(({ isThere }) => !isThere());
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name).join(" and ");
  const packages = missing.flatMap(({ apt }) => apt);
  const apt = aptCommand();
  if (apt === undefined) throw new Error(`The tests need ${names}: install them, then run this again`);
  console.log(`Installing ${names} (${[...apt, "install", ...packages].join(" ")})`);
  const run = (...words: string[]) => {
    const [command = "", ...rest] = [...apt, ...words];
    execFileSync(command, rest, { stdio: ["ignore", "ignore", "inherit"], env: aptEnvironment });
  };
  run("update");
  run("install", "--yes", "--no-install-recommends", ...packages);
}

const aptEnvironment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };

/** How this user calls apt-get, if at all: as root, or through a sudo that asks for no password. */
function aptCommand(): string[] | undefined {
  if (!isOnPath("apt-get")) return undefined;
  if (process.getuid?.() === 0) return ["apt-get"];
  return spawnSync("sudo", ["--non-interactive", "true"]).status === 0 ? ["sudo", "apt-get"] : undefined;
}

function isOnPath(name: string): boolean {
  return (process.env["PATH"] ?? "").split(":").some((folder) => existsSync(`${folder}/${name}`));
}
