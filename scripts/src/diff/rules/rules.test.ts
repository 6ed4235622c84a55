import { describe, expect, it } from "vitest";

import { objectOf } from "../../test-utils/documents/api-document.ts";
import { RULES } from "./rules.ts";
import { SCHEMA_SCOPES } from "./rule.ts";
import { placeSchema } from "../test-utils/place-schema.ts";
import { changesOf } from "../test-utils/changes-of.ts";
import { RULE_CASES } from "../test-utils/rule-cases.ts";
import { ANIMALS, SCHEMA_CASES } from "../test-utils/schema-cases.ts";

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

it.each(RULE_CASES)("%s of the scope %s requires a %s release", (kind, scope, bump, before, after) => {
  expect(changesOf(before, after)).toContainEqual(expect.objectContaining({ kind, scope, bump }));
});

it("has a test for every rule", () => {
  const tested = [
    ...SCHEMA_CASES.flatMap(([kind]) => SCHEMA_SCOPES.map((scope) => `${kind} ${scope}`)),
    ...RULE_CASES.map(([kind, scope]) => `${kind} ${scope}`),
  ];
  expect([...new Set(tested)].toSorted()).toEqual(RULES.map(({ kind, scope }) => `${kind} ${scope}`).toSorted());
});
