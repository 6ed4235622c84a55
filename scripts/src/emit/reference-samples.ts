import { isRead } from "../model/conventions.ts";
import {
  hookName,
  infiniteHookName,
  infiniteOptionsName,
  keyName,
  mutationOptionsName,
  optionsName,
  suspenseHookName,
  suspenseInfiniteHookName,
} from "../model/generated-names.ts";
import type { Operation } from "../model/model.ts";
import type { JsonObject } from "../spec/json.ts";
import { literal } from "../text/literal.ts";
import type { Failure } from "./reference-document.ts";
import { block, code } from "./reference-text.ts";

/** Calls the operation as a function. */
export function clientSample({ id }: Operation, input: JsonObject): string {
  return block(
    "ts",
    `import { createIamClient, ${id} } from "@segment-iam/client";

const iam = createIamClient({ token: process.env.SEGMENT_TOKEN });
const data = await ${callOf(id, input)};`,
  );
}

/** Calls the operation in a component. */
export function reactSample(operation: Operation, input: JsonObject): string {
  const { page } = operation;
  const given = argument(input).join("");
  if (!isRead(operation)) {
    const name = hookName(operation);
    return hookBlock(name, `const { mutate, error, isPending } = ${name}();\nconst onClick = () => mutate(${given});`);
  }
  const name = page ? infiniteHookName(operation) : hookName(operation);
  const results = page ? "data, error, hasNextPage, fetchNextPage" : "data, error, isPending";
  return hookBlock(name, `const { ${results} } = ${name}(${given});`);
}

/** Everything else that is generated for React, by name. */
export function otherNames(operation: Operation): string {
  const { page } = operation;
  if (!isRead(operation)) return `From \`@segment-iam/react/query\`: ${code(mutationOptionsName(operation))}.`;
  const hooks = page
    ? [hookName(operation), suspenseHookName(operation), suspenseInfiniteHookName(operation)]
    : [suspenseHookName(operation)];
  const query = [keyName(operation), optionsName(operation), ...(page ? [infiniteOptionsName(operation)] : [])];
  return `Also ${codes(hooks)} and, from \`@segment-iam/react/query\`, ${codes(query)}.`;
}

/** Has a mock workspace answer the operation: once with a failure, then as it should. */
export function mockSample({ id }: Operation, input: JsonObject, failure: Failure | undefined): string {
  const fault: JsonObject = failure ? { status: Number(failure.status) } : { status: 503 };
  if (failure?.example !== undefined) fault["body"] = failure.example;
  return block(
    "ts",
    `import { createIamClient, ${id} } from "@segment-iam/client";
import { createMockWorkspace } from "@segment-iam/msw/workspace";

const workspace = createMockWorkspace({ users: 20 });
const iam = createIamClient({ token: "any", fetch: workspace.fetch });

workspace.fail(${id}, ${literal(fault)});
await ${callOf(id, input)}.catch(console.error);`,
  );
}

/** The failure that a mock is shown with: the last one, which is seldom about the token, and rather one with a body. */
export function typicalFailure(failures: readonly Failure[]): Failure | undefined {
  const numbered = failures.filter(({ status }) => /^\d+$/.test(status));
  return numbered.findLast(({ example }) => example !== undefined) ?? numbered.at(-1);
}

function hookBlock(name: string, use: string): string {
  return block("ts", `import { ${name} } from "@segment-iam/react";\n\n// In a component below IamProvider.\n${use}`);
}

function callOf(id: string, input: JsonObject): string {
  return `${id}(${["iam", ...argument(input)].join(", ")})`;
}

function argument(input: JsonObject): string[] {
  return Object.keys(input).length === 0 ? [] : [literal(input)];
}

function codes(names: readonly string[]): string {
  return names.map(code).join(", ");
}
