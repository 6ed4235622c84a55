import { installRuntime } from "./install-runtime.ts";

/** Installs Cloudflare's runtime, and answers with the program. */
export function installWorkerd(): Promise<string> {
  const { platform, arch } = process;
  const name = `@cloudflare/workerd-${platform}-${arch === "arm64" ? arch : "64"}`;
  return installRuntime(name, "1.20261117.1", "bin/workerd");
}
