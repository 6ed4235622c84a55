/** A call that waits for its turn. */
export interface QueuedCall<Permit> {
  /** Whether it was sent before and refused. Those keep their place before the ones that were not. */
  readonly isReturning: boolean;
  /** When its turn would come too late, in monotonic milliseconds. */
  readonly expiresAtMs: number;
  /** Ends the wait. */
  wake(): void;
  /** What the wait ended with: leave to be sent, or an error. */
  outcome(): Permit;
  /** How long it would still have to wait by the last look, in milliseconds. */
  foreseenMs?: number;
}
