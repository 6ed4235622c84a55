/**
 * The base of every error this toolkit throws on its own account.
 *
 * An aborted call is the exception: it rejects with the signal's reason, as `fetch` does. No error ever holds the token.
 */
export abstract class IamError extends Error {
  abstract override readonly name: string;

  /** What the error says as plain data, for logs and for the wire: its name, its message and its own members. */
  toJSON(): Record<string, unknown> {
    const { cause, ...members } = this;
    return {
      ...members,
      name: this.name,
      message: this.message,
      ...(cause instanceof Error && { cause: { name: cause.name, message: cause.message } }),
    };
  }
}
