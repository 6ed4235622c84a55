import { watch } from "node:fs";
import { basename, dirname } from "node:path";

/** Editors write a file in several steps, which this delay joins into one change. */
const DEBOUNCE_MS = 100;

/** Stops watching. */
export type StopWatching = () => void;

/**
 * Calls `generate` now and whenever the document changes, one call at a time. An error of `generate` does not end the watch.
 *
 * It watches the directory instead of the file, because editors replace the file. `announce` gets messages for the terminal.
 */
export function watchSpec(
  spec: string,
  generate: () => Promise<{ exitCode: number }>,
  announce: (message: string) => void,
): StopWatching {
  let timer: NodeJS.Timeout | undefined;
  let isGood = true;
  const runOnce = async (): Promise<void> => {
    const wasGood = isGood;
    try {
      isGood = (await generate()).exitCode === 0;
    } catch (error) {
      isGood = false;
      announce(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
    if (isGood && !wasGood) announce(`${basename(spec)} is valid again.`);
    else if (!isGood) announce(`Waiting for ${basename(spec)} to change.`);
  };
  let last = runOnce();
  const watcher = watch(dirname(spec), (_, file) => {
    if (file !== basename(spec)) return;
    clearTimeout(timer);
    timer = setTimeout(() => (last = last.then(runOnce)), DEBOUNCE_MS);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
