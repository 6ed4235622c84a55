import type { Path } from "../spec/json.ts";
import { isTypeIdentifier } from "../text/identifier.ts";
import type { ModelContext, LocatedOperation } from "./model-context.ts";
import { isRead } from "./conventions.ts";
import type { Operation, Schema } from "./model.ts";

/** The names of an operation's generated exports. The emitters and the collision check share them. */
export const inputName = ({ typeName }: Operation): string => `${typeName}Input`;
export const dataName = ({ typeName }: Operation): string => `${typeName}Data`;

/** The name of a schema's request type, if it differs from the response type. */
export const writableNameOf = (typeName: string): string => `${typeName}Writable`;

export const keyName = ({ id }: Operation): string => `${id}Key`;
export const optionsName = ({ id }: Operation): string => `${id}Options`;
export const infiniteOptionsName = ({ id }: Operation): string => `${id}InfiniteOptions`;
export const mutationOptionsName = ({ id }: Operation): string => `${id}MutationOptions`;

export const hookName = ({ typeName }: Operation): string => `use${typeName}`;
export const infiniteHookName = ({ typeName }: Operation): string => `use${typeName}Infinite`;
export const suspenseHookName = ({ typeName }: Operation): string => `use${typeName}Suspense`;
export const suspenseInfiniteHookName = ({ typeName }: Operation): string => `use${typeName}SuspenseInfinite`;

/** Returns the names of the types generated for an operation. */
export function typeNamesOf(operation: Operation): string[] {
  return [inputName(operation), dataName(operation)];
}

/** Returns the names of the constants generated for an operation, in all files. */
export function valueNamesOf(operation: Operation): string[] {
  const own = [operation.id, hookName(operation)];
  if (!isRead(operation)) return [...own, mutationOptionsName(operation)];
  const query = [...own, keyName(operation), optionsName(operation), suspenseHookName(operation)];
  if (!operation.paging) return query;
  return [...query, infiniteOptionsName(operation), infiniteHookName(operation), suspenseInfiniteHookName(operation)];
}

/** Names declared by the generated type files. */
const TYPE_NAMES: readonly string[] = (
  "components operations paths " +
  "OperationTypes OperationId PagedOperationId BulkOperationId QueryOperationId MutationOperationId"
).split(" ");

/** Names imported by the generated type files if a schema differs between requests and responses. */
export const READ_WRITE_NAMES: readonly string[] = ["Readable", "Writable"];

/** The client's functions that encode a request, by the file that exports them. */
export const ENCODERS: Record<string, readonly string[]> = {
  "encode-body": ["multipartBody", "urlencodedBody", "rawBody"],
  "styled-query": ["styledQuery"],
};

/** Names imported by the generated code files. */
const IMPORTED_NAMES: readonly string[] = (
  `operation Operation ${Object.values(ENCODERS).flat().join(" ")} ` +
  "keyOf KeyBuilder queryOptionsOf QueryOptionsBuilder " +
  "infiniteOptionsOf InfiniteOptionsBuilder mutationOptionsOf MutationOptionsBuilder " +
  "queryHook QueryHook infiniteQueryHook InfiniteQueryHook mutationHook MutationHook " +
  "suspenseQueryHook SuspenseQueryHook suspenseInfiniteQueryHook SuspenseInfiniteQueryHook"
).split(" ");

/** Reports invalid schema names, duplicate operation ids and colliding generated names. */
export function checkNames(
  context: ModelContext,
  operations: readonly LocatedOperation[],
  schemas: readonly Schema[],
): void {
  const { report } = context;
  const types = new NameRegistry(context, [
    ...TYPE_NAMES,
    ...(context.readWrite.names.size > 0 ? READ_WRITE_NAMES : []),
  ]);
  const values = new NameRegistry(context, IMPORTED_NAMES);

  for (const { name, typeName, writableTypeName = [] } of schemas) {
    const at = ["components", "schemas", name];
    if (isTypeIdentifier(typeName)) types.claim([typeName, writableTypeName].flat(), `the schema ${name}`, at);
    else
      report(
        at,
        `The schema name ${JSON.stringify(name)} is not a valid type name`,
        "Use ASCII letters and digits, and start with a letter",
      );
  }

  const ids = new Set<string>();
  for (const { operation, at } of operations) {
    const idPath = [...at, "operationId"];
    if (ids.has(operation.id)) {
      report(idPath, `The operationId \`${operation.id}\` is not unique`, "Rename one of the operations");
    } else if (operation.id !== "") {
      types.claim(typeNamesOf(operation), `the operation ${operation.id}`, idPath);
      values.claim(valueNamesOf(operation), `the operation ${operation.id}`, idPath);
      ids.add(operation.id);
    }
  }
}

/** Records the owner of every name in a module and reports names with two owners. */
class NameRegistry {
  readonly #owners: Map<string, string>;
  readonly #context: ModelContext;

  constructor(context: ModelContext, reserved: readonly string[]) {
    this.#context = context;
    this.#owners = new Map(reserved.map((name) => [name, "the generated code"]));
  }

  claim(names: readonly string[], owner: string, at: Path): void {
    for (const name of names) {
      const other = this.#owners.get(name);
      if (other === undefined) this.#owners.set(name, owner);
      else
        this.#context.report(at, `The name \`${name}\` of ${owner} is already used by ${other}`, "Rename one of them");
    }
  }
}
