import { watch } from "node:fs";
import { basename, dirname } from "node:path";

/** Editors write a file in several steps. This delay merges them into one change. */
const DEBOUNCE_MS = 100;

/** Stops watching. */
export type StopWatching = () => void;

/**
 * Calls `generate` now and whenever the document changes, one call at a time. Continues watching after an error.
 *
 * Watches the directory instead of the file, because editors replace the file. Passes messages for the terminal to `log`.
 */
export function watchSpec(
  spec: string,
  generate: () => Promise<{ exitCode: number }>,
  log: (message: string) => void,
): StopWatching {
  let timer: NodeJS.Timeout | undefined;
  let isValid = true;
  const runOnce = async (): Promise<void> => {
    const wasValid = isValid;
    try {
      isValid = (await generate()).exitCode === 0;
    } catch (error) {
      isValid = false;
      log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
    if (isValid && !wasValid) log(`${basename(spec)} is valid again.`);
    else if (!isValid) log(`Waiting for ${basename(spec)} to change.`);
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
