import { Button, Group, NativeSelect } from "@mantine/core";
import { useMemo } from "react";
import { labelRole } from "../../permissions/find-role.ts";
import { SearchInput } from "../../table/search-input.tsx";
import { useListParams } from "../../table/use-list-params.ts";
import { decisions, rowKinds, type ReviewRow, type ReviewTotals } from "../comparison/review.ts";
import { ALL_ROWS, UNDECIDED } from "../comparison/show-review-rows.ts";
import { texts as comparisonTexts } from "../comparison/texts.ts";
import { texts } from "../texts.ts";

const filterWidth = { base: "calc(50% - 0.3125rem)", xs: 150 };

/** The parameters in the URL that hide rows. */
const filterNames = ["q", "kind", "role", "decision"];

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
        <NativeSelect
          aria-label={texts.filter.kind}
          w={filterWidth}
          value={params.get("kind")}
          onChange={({ currentTarget }) => params.set({ kind: currentTarget.value })}
          data={[
            { value: "", label: texts.filter.changes },
            { value: ALL_ROWS, label: texts.filter.everyone },
            ...kinds.map((kind) => ({ value: kind, label: comparisonTexts.kind[kind] })),
          ]}
        />
      )}
      <NativeSelect
        aria-label={texts.filter.role}
        w={filterWidth}
        value={params.get("role")}
        onChange={({ currentTarget }) => params.set({ role: currentTarget.value })}
        data={[{ value: "", label: texts.filter.anyRole }, ...roles]}
      />
      <NativeSelect
        aria-label={texts.filter.decision}
        w={filterWidth}
        value={params.get("decision")}
        onChange={({ currentTarget }) => params.set({ decision: currentTarget.value })}
        data={[
          { value: "", label: texts.filter.anyDecision },
          { value: UNDECIDED, label: texts.review.undecided },
          ...decisions.map((value) => ({ value, label: comparisonTexts.decision[value] })),
        ]}
      />
      {filterNames.some((name) => params.get(name) !== "") && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          onClick={() => params.set(Object.fromEntries(filterNames.map((name) => [name, ""])))}
        >
          {texts.filter.clear}
        </Button>
      )}
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
