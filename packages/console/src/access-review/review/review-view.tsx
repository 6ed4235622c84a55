import { Alert, Badge, Button, Group, Text, TextInput } from "@mantine/core";
import { IconAlertTriangle, IconClipboardCheck, IconDownload, IconEraser, IconPrinter } from "@tabler/icons-react";
import { useCallback, useEffect, useMemo, useState } from "react";
import { Link } from "react-router";
import { ActionButtons } from "../../layout/action-buttons.tsx";
import { Page } from "../../layout/page.tsx";
import { DataGrid } from "../../table/grid/data-grid.tsx";
import { ListEmptyState } from "../../table/list-empty-state.tsx";
import { SelectionBar } from "../../table/selection-bar.tsx";
import { useListParams, useShownRows } from "../../table/use-list-params.ts";
import { useSelection } from "../../table/use-selection.ts";
import { nameWorkspace } from "../../workspace.ts";
import { compareSnapshots } from "../comparison/compare-snapshots.ts";
import {
  countReview,
  decisions,
  listReviewRows,
  nameRow,
  rowKinds,
  type Decision,
  type Review,
  type ReviewRow,
} from "../comparison/review.ts";
import { ALL_ROWS, showReviewRows } from "../comparison/show-review-rows.ts";
import { formatTime } from "../start/describe-snapshot.ts";
import { texts } from "../texts.ts";
import { decisionIcons } from "./decision-buttons.tsx";
import { PrintView } from "./print-view.tsx";
import { createReviewColumns, KindBadge } from "./review-columns.tsx";
import { reviewFilterNames, ReviewFilters } from "./review-filters.tsx";
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
  const isFiltered = reviewFilterNames.some((name) => params.get(name) !== "");
  const isUnchanged = kinds.length === 0 && !isFiltered;
  const toRevoke = rows.filter(({ key, kind, userId }) => userId && kind !== "gone" && isRevoked(review, key));
  // The button that had the focus is gone, so a screen reader continues here.
  useEffect(() => document.querySelector("h1")?.focus(), []);

  function decide(decision: Decision | undefined) {
    session.decide(selection.keys, decision);
    selection.deselectShown();
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
          <ActionButtons
            menuLabel={texts.review.more}
            size="sm"
            actions={[
              { label: texts.review.print, icon: IconPrinter, onClick: () => globalThis.print() },
              { label: texts.review.exportCsv, icon: IconDownload, onClick: () => session.download(rows, "csv") },
              {
                label: texts.review.exportJson,
                icon: IconDownload,
                kind: "primary",
                onClick: () => session.download(rows, "json"),
              },
            ]}
          />
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
          {texts.review.shown(shown.length, rows.length, nameWorkspace(after.workspace))}
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
            <ListEmptyState
              icon={IconClipboardCheck}
              {...(isUnchanged ? texts.review.noChanges : texts.review.noResults)}
              action={
                isUnchanged && (
                  <Button variant="default" onClick={() => params.set({ kind: ALL_ROWS })}>
                    {texts.review.showAll}
                  </Button>
                )
              }
            />
          )
        }
      />
      <SelectionBar
        selection={selection}
        actions={[
          ...decisions.map((decision) => ({
            label: texts.decide[decision],
            icon: decisionIcons[decision],
            onClick: () => decide(decision),
          })),
          { label: texts.review.clearDecision, icon: IconEraser, onClick: () => decide(undefined) },
        ]}
      />
      <RowDrawer
        row={rows.find(({ key }) => key === openKey)}
        session={session}
        onClose={() => setOpenKey(undefined)}
      />
      <PrintView review={review} rows={rows} />
    </Page>
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
