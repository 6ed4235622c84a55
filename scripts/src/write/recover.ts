import { readdirSync } from "node:fs";

import { Staging, stagingPlace } from "./staging.ts";

/** Puts back what processes had begun to replace when they were killed. Those that still run are left alone. */
export function recover(root: string): void {
  for (const name of directoriesIn(stagingPlace(root))) {
    if (isRunning(Number(name))) continue;
    const staging = new Staging(root, name);
    staging.restore();
    staging.discard();
  }
}

function directoriesIn(place: string): string[] {
  try {
    return readdirSync(place);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

function isRunning(processId: number): boolean {
  if (processId === process.pid) return false;
  try {
    // Signal 0 is never sent: it asks whether it could be.
    return process.kill(processId, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
