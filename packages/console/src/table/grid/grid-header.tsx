import { UnstyledButton, VisuallyHidden } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import type { Column } from "./column.ts";
import classes from "./data-grid.module.css";
import type { Selection } from "../use-selection.ts";
import { useListParams } from "../use-list-params.ts";

/** Props of {@link GridHeader}. */
export interface GridHeaderProps {
  readonly columns: readonly Column<never>[];
  /** The label of the checkbox. */
  readonly selectLabel: string;
  /** The number of shown rows. */
  readonly rowCount: number;
  readonly selection: Selection;
  readonly height: number;
}

/** The header row: a checkbox for all shown rows, and buttons that sort. */
export function GridHeader({ columns, selectLabel, rowCount, selection, height }: GridHeaderProps) {
  const isAllSelected = rowCount > 0 && selection.keys.size === rowCount;
  return (
    <thead className={classes.head}>
      <tr aria-rowindex={1} className={classes.row} style={{ height }}>
        <th className={classes.check} onClick={isAllSelected ? selection.deselectShown : selection.selectShown}>
          <input
            type="checkbox"
            aria-label={selectLabel}
            checked={isAllSelected}
            ref={(input) => {
              if (input) input.indeterminate = selection.keys.size > 0 && !isAllSelected;
            }}
            readOnly
          />
        </th>
        {columns.map((column) => (
          <HeaderCell key={column.header} column={column} />
        ))}
      </tr>
    </thead>
  );
}

const nextSort = { none: "", ascending: "-", descending: undefined };

function HeaderCell({ column: { header, isHeaderHidden, sortKey } }: { readonly column: Column<never> }) {
  const params = useListParams();
  if (sortKey === undefined) {
    return <th className={classes.cell}>{isHeaderHidden ? <VisuallyHidden>{header}</VisuallyHidden> : header}</th>;
  }
  const sort = params.get("sort");
  const order = sort === sortKey ? "ascending" : sort === `-${sortKey}` ? "descending" : "none";
  const prefix = nextSort[order];
  return (
    <th className={classes.cell} aria-sort={order}>
      <UnstyledButton
        className={classes.sort}
        onClick={() => params.set({ sort: prefix === undefined ? "" : prefix + sortKey })}
      >
        {header}
        {order === "ascending" && <IconArrowUp size={12} aria-hidden />}
        {order === "descending" && <IconArrowDown size={12} aria-hidden />}
      </UnstyledButton>
    </th>
  );
}
