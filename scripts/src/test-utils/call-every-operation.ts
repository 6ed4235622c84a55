import { isRead } from "../model/conventions.ts";
import type { Model, Operation } from "../model/model.ts";
import type { BuiltWorkspace } from "./built-packages.ts";
import { sampleInput, type EmittedPackages } from "./emitted-packages.ts";
import { iamInputs } from "./iam-inputs.ts";

/** What operations answered, by operation. */
export type Answers = ReadonlyMap<string, unknown>;

/** Calls something for every operation of a model, the reads first, so that no write shows in their answers. */
export async function callAll(
  { operations }: Model,
  emitted: EmittedPackages,
  workspace: BuiltWorkspace,
  call: (operation: Operation, input: object) => Promise<unknown>,
): Promise<Answers> {
  const known = iamInputs(workspace);
  const answers = new Map<string, unknown>();
  for (const operation of [...operations.filter(isRead), ...operations.filter((operation) => !isRead(operation))]) {
    const described = member(emitted.contract.operations, operation.id);
    const input = known[operation.id] ?? sampleInput(emitted, described, false);
    answers.set(operation.id, await call(operation, input));
  }
  return answers;
}

/** Something that was exported. @throws {Error} when it was not. */
export function member<Member>(exported: Readonly<Record<string, Member | undefined>>, name: string): Member {
  const found = exported[name];
  if (found === undefined) throw new Error(`${name} was not emitted`);
  return found;
}
