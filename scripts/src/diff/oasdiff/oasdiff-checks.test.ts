import { expect, it } from "vitest";

import { objectOf, type ApiDocument } from "../../test-utils/documents/api-document.ts";
import type { ChangeScope } from "../rules/rule.ts";
import { RULES, type ChangeKind } from "../rules/rules.ts";
import { placeParameter, placeSchema } from "../test-utils/place-schema.ts";
import { ANIMALS } from "../test-utils/schema-cases.ts";
import { CONSTRAINT_CHECKS, type SchemaCheck } from "./constraint-checks.ts";
import { MESSAGE_CHECKS } from "./message-checks.ts";
import { OPERATION_CHECKS } from "./operation-checks.ts";
import { PROPERTY_CHECKS } from "./property-checks.ts";
import { TYPE_CHECKS } from "./type-checks.ts";
import { changesOf } from "../test-utils/changes-of.ts";

/** The checks of oasdiff without a rule, by the reason why there is none. */
const REASONS: Record<string, string> = {
  "The check requires a time between deprecation and removal, which is a policy of the API. A change of the date is reported.":
    "api-deprecated-sunset-missing api-deprecated-sunset-parse api-path-sunset-parse api-sunset-date-changed-too-small " +
    "api-sunset-date-too-small request-parameter-deprecated-sunset-missing request-parameter-sunset-date-changed-too-small " +
    "request-parameter-sunset-date-too-small request-parameter-sunset-parse request-property-deprecated-sunset-invalid " +
    "request-property-deprecated-sunset-missing request-property-sunset-date-too-small " +
    "response-property-deprecated-sunset-invalid response-property-deprecated-sunset-missing " +
    "response-property-sunset-date-too-small",
  "The check validates info.version, which does not determine the versions of the packages.":
    "api-major-version-not-bumped api-version-decreased api-version-not-bumped",
  "The check validates an extension that the generator does not read. A change of the extension is reported.":
    "api-invalid-stability-level",
  "The generator rejects a JSON body without a schema.":
    "request-body-media-type-schema-added request-body-media-type-schema-removed " +
    "response-body-media-type-schema-added response-body-media-type-schema-removed",
};

/** A check of oasdiff (github.com/oasdiff/oasdiff), the rule that covers it, and two documents that differ by its change. */
interface CoveredCheck {
  id: string;
  kind: ChangeKind;
  scope: ChangeScope;
  before: ApiDocument;
  after: ApiDocument;
}

/** The checks with a rule. */
const COVERED: CoveredCheck[] = [
  ...[...CONSTRAINT_CHECKS, ...TYPE_CHECKS].flatMap(schemaChecks),
  ...PROPERTY_CHECKS.flatMap(([ids, kind, scope, place, before, after]) =>
    ids.split(" ").map((id): CoveredCheck => {
      const [old, current] = [placeSchema(place, objectOf(before)), placeSchema(place, objectOf(after))];
      return { id, kind, scope, before: old, after: current };
    }),
  ),
  ...[...OPERATION_CHECKS, ...MESSAGE_CHECKS].flatMap(([ids, kind, scope, before, after]) =>
    ids.split(" ").map((id): CoveredCheck => ({ id, kind, scope, before, after })),
  ),
];

/** The checks without a rule, with the reason. */
const UNCOVERED: { id: string; reason: string }[] = Object.entries(REASONS).flatMap(([reason, ids]) =>
  ids.split(" ").map((id) => ({ id, reason })),
);

/** Returns one check for each position in requests and responses. */
function schemaChecks([ending, requests, responses, kind, before, after]: SchemaCheck): CoveredCheck[] {
  const check = (direction: "request" | "response", position: string): CoveredCheck => {
    const scope = direction === "request" ? "input" : "output";
    const place = (schema: SchemaCheck[4]): ApiDocument => {
      const schemas = ANIMALS;
      if (position === "parameter") return { ...placeParameter(schema), schemas };
      if (position === "parameter-property") return { ...placeParameter(objectOf({ a: schema })), schemas };
      return { ...placeSchema(scope, position === "body" ? schema : objectOf({ a: schema })), schemas };
    };
    return { id: `${direction}-${position}-${ending}`, kind, scope, before: place(before), after: place(after) };
  };
  return [
    ...requests
      .split(" ")
      .filter(Boolean)
      .map((position) => check("request", position)),
    ...responses
      .split(" ")
      .filter(Boolean)
      .map((position) => check("response", position)),
  ];
}

it.each(COVERED)("covers $id with the rule $kind in the scope $scope", ({ kind, scope, before, after }) => {
  expect(RULES).toContainEqual(expect.objectContaining({ kind, scope }));
  expect(changesOf(before, after)).toContainEqual(expect.objectContaining({ kind, scope }));
});

it("lists each check once, with a rule or a reason", () => {
  const ids = [...COVERED, ...UNCOVERED].map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(UNCOVERED.filter(({ reason }) => reason.length < 20)).toEqual([]);
  // The number of checks of oasdiff at the commit 4553c69.
  expect(ids).toHaveLength(509);
});
