import { useLocalStorage, useMediaQuery } from "@mantine/hooks";
import type { Column } from "./column.ts";

/** The height of a row in pixels. */
const COMPACT_PX = 40;
const COMFORTABLE_PX = 56;
/** The height of each line after the first one, on narrow screens. */
const LINE_PX = 22;

/** Returns whether rows are tall, and a function that changes it. The browser stores the choice. */
export function useComfortableRows(): [isComfortable: boolean, setComfortable: (isComfortable: boolean) => void] {
  const [isComfortable, setComfortable] = useLocalStorage({
    key: "comfortable-rows",
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  return [isComfortable, setComfortable];
}

/** Returns the height of each row in pixels. On narrow screens, it depends on the lines of the columns. */
export function useRowHeight(columns: readonly Column<never>[]): number {
  const isNarrow = useMediaQuery("(max-width: 62em)", false, { getInitialValueInEffect: false });
  const [isComfortable] = useComfortableRows();
  const height = isComfortable ? COMFORTABLE_PX : COMPACT_PX;
  return isNarrow ? height + LINE_PX * (Math.max(...columns.map(({ narrowLine = 1 }) => narrowLine)) - 1) : height;
}
