import { isRead } from "../../model/conventions.ts";
import type { Model, Operation } from "../../model/model.ts";
import type { BuiltWorkspace } from "./built-packages.ts";
import { sampleInput, type EmittedPackages } from "./emitted-packages.ts";
import { iamInputs } from "./iam-inputs.ts";

/** Results by operation id. */
export type OperationResults = ReadonlyMap<string, unknown>;

/** Calls `call` for every operation of a model. The reads come first, so that no write affects their results. */
export async function callEveryOperation(
  { operations }: Model,
  emitted: EmittedPackages,
  workspace: BuiltWorkspace,
  call: (operation: Operation, input: object) => Promise<unknown>,
): Promise<OperationResults> {
  const inputs = iamInputs(workspace);
  const results = new Map<string, unknown>();
  for (const operation of [...operations.filter(isRead), ...operations.filter((operation) => !isRead(operation))]) {
    const contractOperation = exportNamed(emitted.contract.operations, operation.id);
    const input = inputs[operation.id] ?? sampleInput(emitted, contractOperation, false);
    results.set(operation.id, await call(operation, input));
  }
  return results;
}

/** Returns the export with the given name. @throws {Error} If it does not exist. */
export function exportNamed<Member>(exported: Readonly<Record<string, Member | undefined>>, name: string): Member {
  const found = exported[name];
  if (found === undefined) throw new Error(`${name} was not emitted`);
  return found;
}
