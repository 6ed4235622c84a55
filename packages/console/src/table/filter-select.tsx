import { Button } from "@mantine/core";
import classes from "./field.module.css";
import { texts } from "./texts.ts";
import { useListParams } from "./use-list-params.ts";

/** Props of {@link FilterSelect}. */
export interface FilterSelectProps {
  readonly label: string;
  /** The parameter in the URL. */
  readonly name: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** A select that filters a list by a parameter in the URL. A native element keeps the initial bundle small. */
export function FilterSelect({ label, name, options }: FilterSelectProps) {
  const params = useListParams();
  return (
    <select
      aria-label={label}
      className={`${classes.field} ${classes.select}`}
      value={params.get(name)}
      onChange={({ currentTarget }) => params.set({ [name]: currentTarget.value })}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

/** A button that removes filters from the URL. Hidden if none is set. */
export function ClearFilters({ names }: { readonly names: readonly string[] }) {
  const params = useListParams();
  if (names.every((name) => params.get(name) === "")) return null;
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      onClick={() => params.set(Object.fromEntries(names.map((name) => [name, ""])))}
    >
      {texts.clearFilters}
    </Button>
  );
}
