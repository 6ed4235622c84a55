import { join } from "node:path";
import type { InstalledApp } from "./install-app.ts";
import { startProgram, type RunningProgram } from "./start-program.ts";

/** The only token that the mock accepts. No browser may receive it. */
export const TOKEN = "sgp_kept_on_the_server";

/** Starts the application's copy of `segment-iam-mock` with twelve users. */
export function startMock({ folder }: InstalledApp): Promise<RunningProgram> {
  const program = join(folder, "node_modules/@segment-iam/msw/dist/bin.js");
  return startProgram([program, "--port", "0", "--users", "12", "--token", TOKEN], folder);
}
