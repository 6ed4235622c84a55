import * as system from "../../src/system/start-program.ts";
import { environment } from "./install-app.ts";

export type { RunningProgram } from "../../src/system/start-program.ts";

/** Starts a program of an application, without the token. Waits until it prints its URL. */
export function startProgram(
  args: readonly string[],
  cwd: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<system.RunningProgram> {
  return system.startProgram(args, cwd, { ...environment(), ...variables });
}
