/** Whether one of our figures reaches its target. */
export interface Verdict {
  readonly figure: string;
  readonly measured: string;
  readonly target: string;
  readonly holds: boolean;
}
