import type { Path } from "../spec/json.ts";
import { isTypeIdentifier } from "../text/identifier.ts";
import type { PlacedOperation } from "./build-model.ts";
import type { Building } from "./building.ts";
import * as names from "./generated-names.ts";
import type { Schema } from "./model.ts";

/** Reports schemas that cannot name a type, and names that would be generated twice. */
export function checkNames({ report }: Building, placed: readonly PlacedOperation[], schemas: readonly Schema[]): void {
  const types = new Map(names.TYPE_NAMES.map((name) => [name, "the generated code itself"]));
  const values = new Map(names.IMPORTED_NAMES.map((name) => [name, "the generated code itself"]));

  const claim = (taken: Map<string, string>, name: string, owner: string, at: Path): void => {
    const other = taken.get(name);
    if (other === undefined) taken.set(name, owner);
    else report(at, `The name \`${name}\`, generated for ${owner}, is taken by ${other}`, "Rename one of them");
  };

  for (const { name } of schemas) {
    const at = ["components", "schemas", name];
    if (isTypeIdentifier(name)) claim(types, name, `the schema ${name}`, at);
    else
      report(
        at,
        `The schema name ${JSON.stringify(name)} cannot name a type`,
        "Use ASCII letters and digits, a letter first",
      );
  }

  const ids = new Set<string>();
  for (const { operation, at } of placed) {
    const place = [...at, "operationId"];
    if (operation.id === "") continue;
    if (ids.has(operation.id)) {
      report(place, `The operationId \`${operation.id}\` is there twice`, "Give each operation its own");
      continue;
    }
    ids.add(operation.id);
    const owner = `the operation ${operation.id}`;
    for (const name of [names.inputName, names.dataName]) claim(types, name(operation), owner, place);
    for (const name of valueNames) claim(values, name(operation), owner, place);
  }
}

const valueNames = [
  ({ id }: { id: string }): string => id,
  names.keyName,
  names.optionsName,
  names.infiniteOptionsName,
  names.mutationOptionsName,
  names.hookName,
  names.infiniteHookName,
  names.suspenseHookName,
  names.suspenseInfiniteHookName,
];
