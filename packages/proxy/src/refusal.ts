/** Thrown for a request that does not go upstream. It never leaves the proxy: it becomes the answer. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  /** The HTTP status of the answer. */
  readonly status: number;
  /** The `type` in the answer's envelope. */
  readonly type: string;

  constructor(status: number, type: string, message: string) {
    super(message);
    this.status = status;
    this.type = type;
  }
}
