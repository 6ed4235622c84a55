/** One error message of a package. */
export type ErrorCase = readonly [
  /** The situation, to complete the test name "has the expected message for ...". */
  situation: string,
  /** Causes the error through the public API: throws it, rejects with it, or returns it or an error response. */
  provoke: () => unknown,
  /** Everything that a user sees: name, message and members of an error; status and first error of a response. */
  expected: object,
];

/** Returns what a user sees of a wrong option. */
export const configError = (message: string) => ({ name: "ConfigError", message });

/** Causes an error, and returns what a user sees of it. */
export async function outcomeOf(provoke: () => unknown): Promise<unknown> {
  try {
    return await describe(await provoke());
  } catch (error) {
    return describe(error);
  }
}

async function describe(value: unknown): Promise<unknown> {
  if (value instanceof Response) {
    const { errors } = (await value.json()) as { errors: object[] };
    return { status: value.status, ...errors[0] };
  }
  if (!(value instanceof Error)) return value;
  const { cause: _, ...members } = { ...value, name: value.name, message: value.message };
  return Object.fromEntries(Object.entries(members).filter(([, member]) => member !== undefined));
}
