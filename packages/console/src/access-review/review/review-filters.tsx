import { Group } from "@mantine/core";
import { useMemo } from "react";
import { labelRole } from "../../permissions/find-role.ts";
import { ClearFilters, FilterSelect } from "../../table/filter-select.tsx";
import { SearchInput } from "../../table/search-input.tsx";
import { useListParams } from "../../table/use-list-params.ts";
import { decisions, rowKinds, type ReviewRow, type ReviewTotals } from "../comparison/review.ts";
import { ALL_ROWS, UNDECIDED } from "../comparison/show-review-rows.ts";
import { texts } from "../texts.ts";

/** The parameters in the URL that hide rows. */
export const reviewFilterNames: readonly string[] = ["q", "kind", "role", "decision"];

/** Props of {@link ReviewFilters}. */
export interface ReviewFiltersProps {
  readonly rows: readonly ReviewRow[];
  readonly totals: ReviewTotals;
  /** Whether there is an earlier snapshot. */
  readonly isCompared: boolean;
}

/** Searches a review, and filters it by kind of change, role and decision. */
export function ReviewFilters({ rows, totals, isCompared }: ReviewFiltersProps) {
  const params = useListParams();
  const roles = useMemo(() => collectRoles(rows), [rows]);
  const kinds = rowKinds.filter((kind) => totals.byKind[kind] > 0);
  return (
    <Group gap="xs">
      <SearchInput label={texts.review.search} value={params.get("q")} onChange={(q) => params.set({ q })} />
      {isCompared && (
        <FilterSelect
          label={texts.filter.kind}
          name="kind"
          options={[
            { value: "", label: texts.filter.changes },
            { value: ALL_ROWS, label: texts.filter.everyone },
            ...kinds.map((kind) => ({ value: kind, label: texts.kind[kind] })),
          ]}
        />
      )}
      <FilterSelect
        label={texts.filter.role}
        name="role"
        options={[{ value: "", label: texts.filter.anyRole }, ...roles]}
      />
      <FilterSelect
        label={texts.filter.decision}
        name="decision"
        options={[
          { value: "", label: texts.filter.anyDecision },
          { value: UNDECIDED, label: texts.review.undecided },
          ...decisions.map((value) => ({ value, label: texts.decision[value] })),
        ]}
      />
      <ClearFilters names={reviewFilterNames} />
    </Group>
  );
}

/** Lists the roles of all rows, by name. */
function collectRoles(rows: readonly ReviewRow[]): { value: string; label: string }[] {
  const roles = new Map<string, string>();
  for (const { access = [], lost } of rows) {
    for (const { roleId, roleName } of access) roles.set(roleId, roleName);
    for (const { roleId, roleName } of lost) if (!roles.has(roleId)) roles.set(roleId, roleName);
  }
  const options = Array.from(roles.keys(), (value) => ({ value, label: labelRole(value, roles) }));
  return options.toSorted((a, b) => a.label.localeCompare(b.label, "en"));
}
