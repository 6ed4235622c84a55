import { describe, expect, it } from "vitest";

import { objectOf } from "../test-utils/documents/api-document.ts";
import { RULES } from "./rules.ts";
import { SCHEMA_SCOPES } from "./rules/rule.ts";
import { OPERATION_CASES } from "./test-utils/operation-cases.ts";
import { placeSchema } from "./test-utils/place-schema.ts";
import { RESPONSE_CASES } from "./test-utils/response-cases.ts";
import { changesOf } from "./test-utils/rule-case.ts";
import { ANIMALS, SCHEMA_CASES } from "./test-utils/schema-cases.ts";
import { SERVER_CASES } from "./test-utils/server-cases.ts";

const OTHER_CASES = [...OPERATION_CASES, ...RESPONSE_CASES, ...SERVER_CASES];

describe.each(SCHEMA_CASES)("%s", (kind, input, output, before, after) => {
  it.each(SCHEMA_SCOPES)("in the scope %s requires the release of its rule", (scope) => {
    const [old, current] = [before, after].map((members) =>
      Object.assign(placeSchema(scope, objectOf(members)), { schemas: ANIMALS }),
    );
    const bump = scope === "input" ? input : output;
    const changes = changesOf(old ?? {}, current ?? {});
    expect(changes.length).toBeGreaterThan(0);
    for (const change of changes) expect(change).toMatchObject({ kind, scope, bump, operations: ["makeThing"] });
  });
});

it.each(OTHER_CASES)("%s of the scope %s requires a %s release", (kind, scope, bump, before, after) => {
  expect(changesOf(before, after)).toContainEqual(expect.objectContaining({ kind, scope, bump }));
});

it("has a test for every rule", () => {
  const tested = [
    ...SCHEMA_CASES.flatMap(([kind]) => SCHEMA_SCOPES.map((scope) => `${kind} ${scope}`)),
    ...OTHER_CASES.map(([kind, scope]) => `${kind} ${scope}`),
  ];
  expect([...new Set(tested)].toSorted()).toEqual(RULES.map(({ kind, scope }) => `${kind} ${scope}`).toSorted());
});
