import type { Path } from "../spec/json.ts";
import { isTypeIdentifier } from "../text/identifier.ts";
import type { Building, PlacedOperation } from "./building.ts";
import { IMPORTED_NAMES, READ_WRITE_NAMES, TYPE_NAMES, typeNamesOf, valueNamesOf } from "./generated-names.ts";
import type { Schema } from "./model.ts";

/** Reports schemas that cannot name a type, operation ids that are there twice, and other names that would be. */
export function checkNames(building: Building, placed: readonly PlacedOperation[], schemas: readonly Schema[]): void {
  const { report } = building;
  const types = new Claims(
    building,
    building.readWrite.names.size > 0 ? [...TYPE_NAMES, ...READ_WRITE_NAMES] : TYPE_NAMES,
  );
  const values = new Claims(building, IMPORTED_NAMES);

  for (const { name, typeName, writableTypeName = [] } of schemas) {
    const at = ["components", "schemas", name];
    if (isTypeIdentifier(typeName)) types.claim([typeName, writableTypeName].flat(), `the schema ${name}`, at);
    else
      report(
        at,
        `The schema ${JSON.stringify(name)} cannot name a type`,
        "Use ASCII letters and digits, a letter first",
      );
  }

  const ids = new Set<string>();
  for (const { operation, at } of placed) {
    const place = [...at, "operationId"];
    if (ids.has(operation.id)) {
      report(place, `The operationId \`${operation.id}\` is there twice`, "Give each operation its own");
    } else if (operation.id !== "") {
      types.claim(typeNamesOf(operation), `the operation ${operation.id}`, place);
      values.claim(valueNamesOf(operation), `the operation ${operation.id}`, place);
      ids.add(operation.id);
    }
  }
}

/** The names of one file, and what each was generated for. */
class Claims {
  readonly #owners: Map<string, string>;
  readonly #building: Building;

  constructor(building: Building, taken: readonly string[]) {
    this.#building = building;
    this.#owners = new Map(taken.map((name) => [name, "the generated code itself"]));
  }

  claim(names: readonly string[], owner: string, at: Path): void {
    for (const name of names) {
      const other = this.#owners.get(name);
      if (other === undefined) this.#owners.set(name, owner);
      else this.#building.report(at, `The name \`${name}\`, for ${owner}, is taken by ${other}`, "Rename one of them");
    }
  }
}
