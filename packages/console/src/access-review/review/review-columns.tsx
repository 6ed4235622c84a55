import { Badge } from "@mantine/core";
import type { Column } from "../../table/grid/column.ts";
import { describeRow } from "../comparison/describe-access.ts";
import { nameRow, type Decision, type Marks, type ReviewRow, type RowKind } from "../comparison/review.ts";
import { texts } from "../texts.ts";
import classes from "./review-columns.module.css";

const kindColors: Readonly<Record<RowKind, string>> = {
  new: "evergreen",
  gained: "evergreen",
  changed: "yellow",
  lost: "red",
  gone: "red",
  invited: "gray",
  inviteGone: "gray",
  unchanged: "gray",
};

const decisionColors: Readonly<Record<Decision, string>> = { approved: "evergreen", revoke: "red", followUp: "yellow" };

/** Creates the columns of a review: the person, the change and the decision. */
export function createReviewColumns(marks: Marks): Column<ReviewRow>[] {
  return [
    {
      header: texts.review.columns.person,
      width: "minmax(0, 2fr)",
      narrowLine: 1,
      cell: (row) => <Person row={row} />,
    },
    {
      header: texts.review.columns.change,
      width: "minmax(0, 3fr)",
      narrowLine: 2,
      cell: (row) => <Change row={row} />,
    },
    {
      header: texts.review.columns.decision,
      width: "10rem",
      narrowLine: 3,
      cell: ({ key }) => <DecisionBadge decision={marks.get(key)?.decision} />,
    },
  ];
}

function Person({ row }: { readonly row: ReviewRow }) {
  const name = nameRow(row);
  return (
    <div className={classes.line} title={row.email}>
      <span className={classes.name}>{name}</span>
      {name !== row.email && <span className={classes.dimmed}> {row.email}</span>}
    </div>
  );
}

function Change({ row }: { readonly row: ReviewRow }) {
  const lines = describeRow(row);
  // For a new or removed user, the first line repeats the badge.
  const facts = lines.length > 1 && (row.kind === "new" || row.kind === "gone") ? lines.slice(1) : lines;
  const [first = "", ...others] = facts;
  return (
    <div className={classes.change} title={lines.join("\n")}>
      {row.kind !== "unchanged" && <KindBadge kind={row.kind} />}
      <span className={classes.line}>{first}</span>
      {others.length > 0 && <span className={classes.dimmed}>{`+${others.length}`}</span>}
    </div>
  );
}

/** A badge with the kind of a change. It uses the default text color, because the badge colors have too little contrast. */
export function KindBadge({ kind, count }: { readonly kind: RowKind; readonly count?: number }) {
  return (
    <Badge color={kindColors[kind]} c="var(--mantine-color-text)" className={classes.badge}>
      {count === undefined ? texts.kind[kind] : `${texts.kind[kind]} ${count.toLocaleString("en")}`}
    </Badge>
  );
}

function DecisionBadge({ decision }: { readonly decision: Decision | undefined }) {
  if (decision === undefined) return <span className={classes.dimmed}>{texts.review.undecided}</span>;
  return (
    <Badge color={decisionColors[decision]} c="var(--mantine-color-text)" className={classes.badge}>
      {texts.decision[decision]}
    </Badge>
  );
}
