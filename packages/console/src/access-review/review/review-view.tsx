import { Alert, Badge, Button, EmptyState, Group, Text, TextInput } from "@mantine/core";
import { IconAlertTriangle, IconClipboardCheck, IconDownload, IconPrinter } from "@tabler/icons-react";
import { useCallback, useEffect, useMemo, useState } from "react";
import { Link } from "react-router";
import { Page } from "../../layout/page.tsx";
import { DataGrid } from "../../table/data-grid.tsx";
import { useListParams, useShownRows } from "../../table/use-list-params.ts";
import { useSelection } from "../../table/use-selection.ts";
import { nameWorkspace } from "../../workspace.ts";
import { compareSnapshots } from "../comparison/compare-snapshots.ts";
import { countReview, listReviewRows, nameRow, rowKinds, type Review, type ReviewRow } from "../comparison/review.ts";
import { ALL_ROWS, showReviewRows } from "../comparison/show-review-rows.ts";
import { formatTime } from "../start/describe-snapshot.ts";
import { texts } from "../texts.ts";
import { DecisionBar } from "./decision-bar.tsx";
import { exportReview } from "./export-review.ts";
import { PrintView } from "./print-view.tsx";
import { createReviewColumns, KindBadge } from "./review-columns.tsx";
import { ReviewFilters } from "./review-filters.tsx";
import { RowDrawer } from "./row-drawer.tsx";
import { useReview } from "./use-review.ts";

/** The number of users that a link to the users page lists. Servers reject much longer URLs. */
const MAX_LINKED_USERS = 400;

/** Props of {@link ReviewView}. */
export interface ReviewViewProps {
  readonly initialReview: Review;
  readonly onClose: () => void;
}

/** Compares the snapshots of a review, records decisions, and exports or prints the result. */
export function ReviewView({ initialReview, onClose }: ReviewViewProps) {
  const session = useReview(initialReview);
  const { review, isSaveFailed } = session;
  const { before, after } = initialReview;
  const { marks } = review;
  const params = useListParams();
  const [openKey, setOpenKey] = useState<string>();
  const rows = useMemo(() => listReviewRows(after, before ? compareSnapshots(before, after) : []), [before, after]);
  const totals = useMemo(() => countReview(rows, marks), [rows, marks]);
  const show = useCallback(
    (all: readonly ReviewRow[], search: URLSearchParams) => showReviewRows(all, marks, search, before !== undefined),
    [marks, before],
  );
  const shown = useShownRows(rows, show);
  const selection = useSelection(rows, shown, keyOf);
  const columns = useMemo(() => createReviewColumns(marks), [marks]);
  const kinds = rowKinds.filter((kind) => kind !== "unchanged" && totals.byKind[kind] > 0);
  const toRevoke = rows.filter(({ key, kind, userId }) => userId && kind !== "gone" && isRevoked(review, key));
  // The button that had the focus is gone, so a screen reader continues here.
  useEffect(() => document.querySelector("h1")?.focus(), []);

  function download(extension: "json" | "csv") {
    exportReview(review, rows, extension);
    if (extension === "json") session.markExported();
  }

  return (
    <Page
      title={texts.title}
      description={describeTimes(review)}
      actions={
        <>
          <Button variant="subtle" color="gray" onClick={() => [session.close(), onClose()]}>
            {texts.review.close}
          </Button>
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => globalThis.print()}
          >
            {texts.review.print}
          </Button>
          <Button
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            onClick={() => download("csv")}
          >
            {texts.review.exportCsv}
          </Button>
          <Button leftSection={<IconDownload size={16} aria-hidden />} onClick={() => download("json")}>
            {texts.review.exportJson}
          </Button>
        </>
      }
    >
      {isSaveFailed && (
        <Alert role="alert" color="yellow" icon={<IconAlertTriangle />}>
          {texts.review.notSaved}
        </Alert>
      )}
      <Group justify="space-between" align="end" gap="sm">
        <Group gap={6}>
          {kinds.map((kind) => (
            <KindBadge key={kind} kind={kind} count={totals.byKind[kind]} />
          ))}
          <Badge color="gray" c="var(--mantine-color-text)">
            {texts.review.progress(rows.length - totals.undecided, rows.length)}
          </Badge>
          {before && before.hasGroups !== after.hasGroups && (
            <Text size="sm" c="dimmed">
              {texts.review.noGroups}
            </Text>
          )}
        </Group>
        <TextInput
          aria-label={texts.review.reviewedBy}
          placeholder={texts.review.reviewedBy}
          value={review.reviewedBy}
          onChange={({ currentTarget }) => session.setReviewedBy(currentTarget.value)}
          w={{ base: "100%", xs: 240 }}
        />
      </Group>
      <ReviewFilters rows={rows} totals={totals} isCompared={before !== undefined} />
      <Group gap="xs" mih={30} justify="space-between">
        <Text size="sm" c="dimmed" component="output">
          {texts.review.shown(shown.length, rows.length, nameWorkspace(after.workspace).replace(/^the /, ""))}
        </Text>
        {toRevoke.length > 0 && (
          <Button size="compact-sm" variant="light" color="red" component={Link} to={linkToUsers(toRevoke)}>
            {texts.review.showRevoked(Math.min(toRevoke.length, MAX_LINKED_USERS))}
          </Button>
        )}
      </Group>
      <DataGrid
        label={texts.review.rows}
        columns={columns}
        rows={shown}
        keyOf={keyOf}
        nameOf={nameRow}
        totalRows={shown.length}
        selection={selection}
        onOpen={({ key }) => setOpenKey(key)}
        footer={
          shown.length === 0 && (
            <NoRows hasChanges={kinds.length > 0} onShowAll={() => params.set({ kind: ALL_ROWS, q: "", role: "" })} />
          )
        }
      />
      <DecisionBar selection={selection} onDecide={session.decide} />
      <RowDrawer
        row={rows.find(({ key }) => key === openKey)}
        session={session}
        onClose={() => setOpenKey(undefined)}
      />
      <PrintView review={review} rows={rows} />
    </Page>
  );
}

function NoRows({ hasChanges, onShowAll }: { readonly hasChanges: boolean; readonly onShowAll: () => void }) {
  return (
    <EmptyState
      p="xl"
      icon={<IconClipboardCheck stroke={1.5} />}
      title={hasChanges ? texts.review.noResults : texts.review.noChanges}
      description={hasChanges ? texts.review.noResultsText : texts.review.noChangesText}
    >
      {!hasChanges && (
        <EmptyState.Actions>
          <Button variant="default" onClick={onShowAll}>
            {texts.review.showAll}
          </Button>
        </EmptyState.Actions>
      )}
    </EmptyState>
  );
}

function describeTimes({ before, after }: Review): string {
  const time = formatTime(after.takenAt);
  return before ? texts.review.between(formatTime(before.takenAt), time) : time;
}

function linkToUsers(rows: readonly ReviewRow[]): string {
  const ids = rows.slice(0, MAX_LINKED_USERS).map(({ userId = "" }) => encodeURIComponent(userId));
  return `/users?ids=${ids.join(",")}`;
}

function isRevoked({ marks }: Review, key: string): boolean {
  return marks.get(key)?.decision === "revoke";
}

function keyOf({ key }: ReviewRow): string {
  return key;
}
