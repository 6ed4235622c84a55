/** How many causes behind one another are kept: `fetch` nests two or three, and a chain may be a circle. */
export const MAX_CAUSES = 5;

/** What an error is made with: its cause, and the members it has besides. */
export interface IamErrorOptions extends ErrorOptions {
  readonly [member: string]: unknown;
}

/**
 * The base of every error this toolkit throws on its own account.
 *
 * An aborted call is the exception: it rejects with the signal's reason, as `fetch` does. No error ever holds the token.
 * `instanceof` works across copies of this package, of which bundlers may make several.
 */
export abstract class IamError extends Error {
  /** Tells this class alike in every copy of the package. A subclass without a brand of its own is told as any class is. */
  static readonly iamBrand: string = "IamError";
  override readonly name: string = (this.constructor as typeof IamError).iamBrand;

  constructor(message: string, { cause, ...members }: IamErrorOptions = {}) {
    super(message, cause === undefined ? cause : { cause });
    Object.assign(this, members);
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    const brand = (value as { constructor?: typeof IamError } | undefined)?.constructor?.iamBrand;
    return brand && Object.hasOwn(this, "iamBrand")
      ? this === IamError || this.iamBrand === brand
      : super[Symbol.hasInstance](value);
  }

  /** What the error says as plain data, for logs and for the wire: its name, its message, its own members and its causes. */
  toJSON(): Record<string, unknown> {
    return describe(this, MAX_CAUSES);
  }
}

function describe(error: Error & { code?: unknown }, causes: number): Record<string, unknown> {
  const { name, message, code, cause } = error;
  return {
    ...(error instanceof IamError ? error : { code }),
    name,
    message,
    cause: causes && cause instanceof Error ? describe(cause, causes - 1) : undefined,
  };
}
