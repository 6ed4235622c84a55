import { useState } from "react";

/** Returns a value, or the last one that was defined. Keeps the content of a dialog while its closing transition runs. */
export function useLastDefined<Value>(value: Value | undefined): Value | undefined {
  const [last, setLast] = useState(value);
  if (value !== undefined && value !== last) setLast(value);
  return value ?? last;
}
