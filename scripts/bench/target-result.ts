/** A measured value and its target. */
export interface TargetResult {
  readonly metric: string;
  readonly measured: string;
  readonly target: string;
  readonly passed: boolean;
}
