import { useState } from "react";

/** The last value that was there: what a drawer shows while it slides away, after it was told to close. */
export function useLastDefined<Value>(value: Value | undefined): Value | undefined {
  const [last, setLast] = useState(value);
  if (value !== undefined && value !== last) setLast(value);
  return value ?? last;
}
