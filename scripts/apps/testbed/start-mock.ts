import { join } from "node:path";
import type { InstalledApp } from "./install-app.ts";
import { startProgram, type RunningProgram } from "./start-program.ts";

/** The token that alone is let in, and that no browser may see. */
export const TOKEN = "sgp_kept_on_the_server";

/** Starts `segment-iam-mock` as the application installed it, with twelve users. */
export function startMock({ folder }: InstalledApp): Promise<RunningProgram> {
  const program = join(folder, "node_modules/@segment-iam/msw/dist/bin.js");
  return startProgram([program, "--port", "0", "--users", "12", "--token", TOKEN], folder);
}
