import { Checkbox, Select, SimpleGrid, Text } from "@mantine/core";
import type { CsvRow } from "../files/parse-csv.ts";
import { inviteFields, type ColumnGuess, type InviteField } from "./plan/guess-columns.ts";
import { TitledCard } from "../layout/titled-card.tsx";
import { texts } from "./texts.ts";

/** Props of {@link ColumnMappingForm}. */
export interface ColumnMappingFormProps {
  readonly rows: readonly CsvRow[];
  readonly value: ColumnGuess;
  readonly onChange: (value: ColumnGuess) => void;
}

/** Chooses which column contains which field. Shows an example from each chosen column. */
export function ColumnMappingForm({ rows, value, onChange }: ColumnMappingFormProps) {
  const { hasHeader, mapping } = value;
  const columns = listColumns(rows, hasHeader);
  const options = columns.map(({ name }, index) => ({ value: String(index), label: name }));
  const notImported = columns.filter(({ name }, index) => name && !Object.values(mapping).includes(index));

  function choose(field: InviteField, column: string | null) {
    const index = column === null ? undefined : Number(column);
    // A column contains one field, so the field that had the column loses it.
    const others = inviteFields.filter((other) => index !== undefined && mapping[other] === index);
    onChange({
      hasHeader,
      mapping: { ...mapping, ...Object.fromEntries(others.map((other) => [other, undefined])), [field]: index },
    });
  }

  return (
    <TitledCard title={texts.columns.title} level={3}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm">
        {inviteFields.map((field) => {
          const index = mapping[field];
          return (
            <Select
              key={field}
              label={texts.field[field]}
              data={options}
              value={index === undefined ? null : String(index)}
              onChange={(column) => choose(field, column)}
              placeholder={texts.columns.none}
              required={field === "email"}
              allowDeselect={field !== "email"}
              clearable={field !== "email"}
              clearButtonProps={{ "aria-label": texts.columns.clear(texts.field[field]) }}
              inputWrapperOrder={["label", "input", "description", "error"]}
              description={index === undefined ? undefined : columns[index]?.example}
              error={field === "email" && index === undefined && texts.columns.chooseEmail}
              styles={{ description: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" } }}
            />
          );
        })}
      </SimpleGrid>
      <Checkbox
        label={texts.columns.hasHeader}
        checked={hasHeader}
        onChange={({ currentTarget }) => onChange({ mapping, hasHeader: currentTarget.checked })}
      />
      {notImported.length > 0 && (
        <Text size="sm" c="dimmed">
          {texts.columns.notImported(notImported.map(({ name }) => name))}
        </Text>
      )}
    </TitledCard>
  );
}

/** The number of rows to search for columns and examples. */
const SAMPLE_ROWS = 50;

interface ListedColumn {
  readonly name: string;
  /** The first cell that is not empty. */
  readonly example: string | undefined;
}

function listColumns(rows: readonly CsvRow[], hasHeader: boolean): ListedColumn[] {
  const sample = rows.slice(0, SAMPLE_ROWS);
  const count = Math.max(0, ...sample.map(({ cells }) => cells.length));
  return Array.from({ length: count }, (_, index) => ({
    name: (hasHeader && rows[0]?.cells[index]) || texts.columns.unnamed(index),
    example: sample.slice(hasHeader ? 1 : 0).find(({ cells }) => cells[index])?.cells[index],
  }));
}
