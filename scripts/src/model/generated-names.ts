import type { Path } from "../spec/json.ts";
import { isTypeIdentifier } from "../text/identifier.ts";
import type { Building, PlacedOperation } from "./model-context.ts";
import { isRead } from "./conventions.ts";
import type { Operation, Schema } from "./model.ts";

/** Names of the generated exports of an operation, for the emitters and the search for collisions. */
export const inputName = ({ typeName }: Operation): string => `${typeName}Input`;
export const dataName = ({ typeName }: Operation): string => `${typeName}Data`;

/** The type of a schema in requests, where it differs from the one in responses. */
export const writableNameOf = (typeName: string): string => `${typeName}Writable`;

export const keyName = ({ id }: Operation): string => `${id}Key`;
export const optionsName = ({ id }: Operation): string => `${id}Options`;
export const infiniteOptionsName = ({ id }: Operation): string => `${id}InfiniteOptions`;
export const mutationOptionsName = ({ id }: Operation): string => `${id}MutationOptions`;

export const hookName = ({ typeName }: Operation): string => `use${typeName}`;
export const infiniteHookName = ({ typeName }: Operation): string => `use${typeName}Infinite`;
export const suspenseHookName = ({ typeName }: Operation): string => `use${typeName}Suspense`;
export const suspenseInfiniteHookName = ({ typeName }: Operation): string => `use${typeName}SuspenseInfinite`;

/** The types that are generated for an operation. */
export function typeNamesOf(operation: Operation): string[] {
  return [inputName(operation), dataName(operation)];
}

/** The constants that are generated for an operation, in all files. */
export function valueNamesOf(operation: Operation): string[] {
  const own = [operation.id, hookName(operation)];
  if (!isRead(operation)) return [...own, mutationOptionsName(operation)];
  const query = [...own, keyName(operation), optionsName(operation), suspenseHookName(operation)];
  if (!operation.page) return query;
  return [...query, infiniteOptionsName(operation), infiniteHookName(operation), suspenseInfiniteHookName(operation)];
}

/** Names that the generated type files declare themselves. */
const TYPE_NAMES: readonly string[] = (
  "components operations paths " +
  "OperationTypes OperationId PagedOperationId BulkOperationId QueryOperationId MutationOperationId"
).split(" ");

/** Names that the file of schemas imports where some differ between requests and responses. */
export const READ_WRITE_NAMES: readonly string[] = ["Readable", "Writable"];

/** Names that the generated files with code import. */
const IMPORTED_NAMES: readonly string[] = (
  "operation Operation " +
  "keyOf KeyBuilder queryOptionsOf QueryOptionsBuilder " +
  "infiniteOptionsOf InfiniteOptionsBuilder mutationOptionsOf MutationOptionsBuilder " +
  "queryHook QueryHook infiniteQueryHook InfiniteQueryHook mutationHook MutationHook " +
  "suspenseQueryHook SuspenseQueryHook suspenseInfiniteQueryHook SuspenseInfiniteQueryHook"
).split(" ");

/** Reports schemas that cannot name a type, duplicate operation ids, and generated names that collide. */
export function checkNames(building: Building, placed: readonly PlacedOperation[], schemas: readonly Schema[]): void {
  const { report } = building;
  const types = new Claims(building, [...TYPE_NAMES, ...(building.readWrite.names.size > 0 ? READ_WRITE_NAMES : [])]);
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

/** The names of one module, each with what it was generated for. */
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
