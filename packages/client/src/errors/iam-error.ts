/** The maximum number of nested causes. `fetch` nests two or three. A chain may be circular, and data to restore is untrusted. */
export const MAX_CAUSES = 5;

/** The cause of an error, and the members that a subclass adds. */
export interface IamErrorOptions extends ErrorOptions {
  readonly [member: string]: unknown;
}

/**
 * The base class of all errors of the segment-iam packages.
 *
 * An aborted call rejects with the signal's reason instead, as `fetch` does. No error contains the token.
 * A bundle may contain several copies of this package. `instanceof` works across all of them.
 */
export abstract class IamError extends Error {
  /** Identifies this class in every copy of the package. A subclass without its own brand is identified by its prototype. */
  static readonly iamBrand: string = "IamError";
  override readonly name: string = (this.constructor as typeof IamError).iamBrand;

  constructor(message: string, { cause, ...members }: IamErrorOptions = {}) {
    super(message, cause === undefined ? cause : { cause });
    Object.assign(this, members);
    // oxlint-disable-next-line unicorn/no-useless-error-capture-stack-trace -- `super` writes the first line of the stack, before the name is set
    Error.captureStackTrace?.(this, new.target);
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    const brand = (value as { constructor?: typeof IamError } | undefined)?.constructor?.iamBrand;
    return brand && Object.hasOwn(this, "iamBrand")
      ? this === IamError || this.iamBrand === brand
      : super[Symbol.hasInstance](value);
  }

  /** Returns name, message, members and causes as plain data, for logs and for `reviveError`. */
  toJSON(): Record<string, unknown> {
    return describe(this, MAX_CAUSES);
  }
}

function describe(error: Error & { code?: unknown }, causes: number): Record<string, unknown> {
  const { name, message, code, cause } = error;
  return {
    name,
    message,
    ...(error instanceof IamError ? error : { code }),
    cause: causes && cause instanceof Error ? describe(cause, causes - 1) : undefined,
  };
}
