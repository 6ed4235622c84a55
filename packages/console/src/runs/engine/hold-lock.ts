/** Holds a lock until the returned function is called or the tab closes. Returns `undefined` if another tab holds it. */
export function holdLock(name: string): Promise<(() => void) | undefined> {
  return new Promise((resolve) => {
    void navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      if (lock) return new Promise<void>((release) => resolve(() => release()));
      resolve(undefined);
      return undefined;
    });
  });
}

/** Returns the names of the locks that any tab holds. */
export async function listHeldLocks(): Promise<ReadonlySet<string>> {
  const { held = [] } = await navigator.locks.query();
  return new Set(held.flatMap(({ name }) => name ?? []));
}
