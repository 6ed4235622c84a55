import { useEffect, useState } from "react";
import { createPortal, flushSync } from "react-dom";
import { nameWorkspace } from "../../workspace.ts";
import { describeRow } from "../comparison/describe-access.ts";
import { countReview, decisions, nameRow, rowKinds, type Review, type ReviewRow } from "../comparison/review.ts";
import { describeSnapshot, formatTime } from "../start/describe-snapshot.ts";
import { texts } from "../texts.ts";
import classes from "./print-view.module.css";

/** Props of {@link PrintView}. */
export interface PrintViewProps {
  readonly review: Review;
  readonly rows: readonly ReviewRow[];
}

/** Replaces the page while it is printed. Lists all changes and decisions, regardless of the filters. */
export function PrintView(props: PrintViewProps) {
  const [printedAt, setPrintedAt] = useState<string>();
  useEffect(() => {
    // The browser prints what is on the page when the event handler returns.
    const start = () => flushSync(() => setPrintedAt(new Date().toISOString()));
    const end = () => setPrintedAt(undefined);
    globalThis.addEventListener("beforeprint", start);
    globalThis.addEventListener("afterprint", end);
    return () => {
      globalThis.removeEventListener("beforeprint", start);
      globalThis.removeEventListener("afterprint", end);
    };
  }, []);
  return printedAt !== undefined && createPortal(<PrintedReview {...props} printedAt={printedAt} />, document.body);
}

function PrintedReview({ review, rows, printedAt }: PrintViewProps & { readonly printedAt: string }) {
  const { before, after, reviewedBy, marks } = review;
  const { byKind, byDecision, undecided } = countReview(rows, marks);
  const changed = rows.filter(({ kind }) => kind !== "unchanged");
  const reviewed = rows.filter(({ kind, key }) => kind === "unchanged" && (!before || marks.has(key)));
  const kinds = rowKinds.filter((kind) => before && byKind[kind] > 0);
  const facts: readonly (readonly [string, string])[] = [
    [texts.print.workspace, nameWorkspace(after.workspace)],
    ...(before ? [[texts.print.before, `${formatTime(before.takenAt)}. ${describeSnapshot(before)}`] as const] : []),
    [texts.print.after, `${formatTime(after.takenAt)}. ${describeSnapshot(after)}`],
    [texts.print.versions, `${after.apiVersion}, ${after.toolVersion}`],
    [
      texts.print.totals,
      [
        ...kinds.map((kind) => `${texts.kind[kind]}: ${byKind[kind]}`),
        ...decisions.map((decision) => `${texts.decision[decision]}: ${byDecision[decision]}`),
        `${texts.review.undecided}: ${undecided}`,
      ].join(", "),
    ],
    [texts.print.exportedAt, formatTime(printedAt)],
    [texts.review.reviewedBy, reviewedBy],
    [texts.print.signature, ""],
  ];
  return (
    <article className={classes.print}>
      <h1>{texts.title}</h1>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {before && <PrintedRows title={texts.print.changes} rows={changed} review={review} />}
      {(!before || reviewed.length > 0) && (
        <PrintedRows title={before ? texts.print.reviewed : texts.detail.access} rows={reviewed} review={review} />
      )}
    </article>
  );
}

function PrintedRows({ title, rows, review: { marks } }: PrintViewProps & { readonly title: string }) {
  return (
    <section>
      <h2>{title}</h2>
      {rows.length === 0 && <p>{texts.print.none}</p>}
      {rows.length > 0 && (
        <table>
          <thead>
            <tr>
              {Object.values(texts.review.columns).map((column) => (
                <th key={column}>{column}</th>
              ))}
              <th>{texts.detail.note}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const mark = marks.get(row.key);
              return (
                <tr key={row.key}>
                  <td>
                    <strong>{nameRow(row)}</strong>
                    {nameRow(row) !== row.email && <div>{row.email}</div>}
                    <small>{row.userId}</small>
                  </td>
                  <td>
                    {describeRow(row).map((line) => (
                      <div key={line}>{line}</div>
                    ))}
                  </td>
                  <td>{mark?.decision ? texts.decision[mark.decision] : texts.review.undecided}</td>
                  <td>
                    {mark?.note}
                    {mark && <small>{formatTime(mark.markedAt)}</small>}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}
