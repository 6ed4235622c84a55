import { array, assert, constantFrom, integer, property, record, uniqueArray } from "fast-check";
import { describe, expect, it } from "vitest";

import { documentOfPaths } from "../test-utils/documents/document-of-paths.ts";
import { invalidationsIn } from "../test-utils/invalidations-in.ts";
import { modelOf, operationOf } from "../test-utils/model-of.ts";
import { isRead } from "./conventions.ts";
import { areRelated, segmentsOf } from "./path-template.ts";

const AUDIENCES = [
  "GET /spaces/{spaceId}/audiences/{audienceId}/activations/{id} getActivation",
  "GET /spaces/{spaceId}/audiences/previews/{id} getPreview",
  "GET /spaces/{spaceId}/audiences listAudiences",
  "GET /spaces/{spaceId}/traits listTraits",
  "PATCH /spaces/{spaceId}/audiences/{id} updateAudience",
];
const USERS = ["GET /users listUsers", "GET /users/count countUsers", "GET /users/{userId}/groups list-groups"];
const GROUPS = ["GET /groups/{id}/users list-members", "PUT /group/{id}/users replaceUsers"];

describe("invalidations from paths", () => {
  it.each([
    [
      "matches parameters by position, regardless of their names",
      AUDIENCES,
      ["getActivation(spaceId, audienceId=id)", "listAudiences(spaceId)"],
    ],
    [
      "finds reads on, above and below the path of a write",
      [...USERS, "GET /users/{id} getUser", "DELETE /users/{id} deleteUser"],
      ["listUsers", "listGroups(userId=id)", "getUser(id)"],
    ],
    [
      "finds all reads below a write on a collection",
      [...USERS, "POST /users createUser"],
      ["listUsers", "countUsers", "listGroups"],
    ],
    [
      "finds a HEAD request",
      ["HEAD /users/{id} checkUser", "DELETE /users/{userId} deleteUser"],
      ["checkUser(id=userId)"],
    ],
    ["omits siblings", [...USERS, "PUT /users/{userId}/permissions replacePermissions"], ["listUsers"]],
    [
      "finds the read of a resource with a custom method",
      ["GET /users/{id} getUser", "POST /users/{userId}:lock lock"],
      ["getUser(id=userId)"],
    ],
  ])("%s", (_, lines, reads) => {
    const write = lines.at(-1)?.split(" ").at(-1) ?? "";
    expect(invalidationsIn(operationOf(documentOfPaths(lines), write))).toEqual(reads);
  });

  it("is empty for a read", () => {
    expect(operationOf(documentOfPaths(AUDIENCES), "listAudiences").invalidates).toEqual([]);
  });
});

describe("warnings", () => {
  it("warns about a write that invalidates nothing", () => {
    expect(modelOf(documentOfPaths([...USERS, ...GROUPS])).warnings).toEqual([
      {
        at: ["paths", "/group/{id}/users", "put"],
        reason: expect.stringContaining("`replaceUsers` invalidates nothing"),
        fix: expect.stringContaining("Set `x-invalidates`"),
      },
    ]);
  });

  it.each([
    ["x-invalidates is an empty list", GROUPS, { replaceUsers: { "x-invalidates": [] } }],
    ["x-invalidates names a read", GROUPS, { replaceUsers: { "x-invalidates": ["list-members"] } }],
    ["the write invalidates a read", [...USERS, "POST /users createUser"], {}],
    ["the document has no reads", ["PUT /group/{id}/users replaceUsers"], {}],
  ])("does not warn if %s", (_, lines, keys) => {
    expect(modelOf(documentOfPaths(lines, keys)).warnings).toEqual([]);
  });
});

describe("x-invalidates", () => {
  it.each([
    ["none", [], []],
    ["a read by its operationId in the document", ["list-groups"], ["listGroups"]],
    ["a read by its generated name", ["listGroups"], ["listGroups"]],
    [
      "reads with parameters at the same place",
      ["getActivation", "listTraits"],
      ["getActivation(spaceId, audienceId=id)", "listTraits(spaceId)"],
    ],
  ])("replaces the invalidations: %s", (_, ids, reads) => {
    const text = documentOfPaths([...USERS, ...AUDIENCES], { updateAudience: { "x-invalidates": ids } });
    expect(invalidationsIn(operationOf(text, "updateAudience"))).toEqual(reads);
  });

  it("does not compare parameters after different segments, even with equal names", () => {
    const text = documentOfPaths(GROUPS, { replaceUsers: { "x-invalidates": ["list-members"] } });
    expect(invalidationsIn(operationOf(text, "replaceUsers"))).toEqual(["listMembers"]);
  });
});

describe("invariants", () => {
  const paths = uniqueArray(array(constantFrom("a", "b", "{}"), { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 6,
    selector: (segments) => segments.join("/"),
  });
  const offsets = array(integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 });

  it("invalidates a query exactly if its URL is equal to the write's, above it or below it", () => {
    const value = constantFrom("1", "2");
    const input = record({ p0: value, p1: value, p2: value, p3: value });
    assert(
      property(paths, offsets, input, input, (shapes, names, written, queried) => {
        const { reads, writes } = operationsOf(shapes, names);
        for (const write of writes) {
          for (const read of reads) {
            const found = write.invalidates.find(({ id }) => id === read.id);
            const pairs = found && Object.entries(found.sharedParameters);
            const matches =
              pairs?.every(([name, other]) => valueIn(queried, name) === valueIn(written, other)) === true;
            expect(matches).toBe(areRelated(urlOf(write.path, written), urlOf(read.path, queried)));
          }
        }
      }),
    );
  });

  it("invalidates the same reads when parameters are renamed", () => {
    assert(
      property(paths, offsets, offsets, (shapes, before, after) => {
        expect(readsAndPlaces(shapes, after)).toEqual(readsAndPlaces(shapes, before));
      }),
    );
  });
});

type PathInput = Readonly<Record<string, string>>;

function valueIn(input: PathInput, name: string): string | undefined {
  return input[name];
}

/** Returns the segments of a URL. */
function urlOf(path: string, input: PathInput): string[] {
  return segmentsOf(path.replace(/\{(\w+)\}/g, (_, name: string) => valueIn(input, name) ?? ""));
}

/** Creates a read and a write on each path. An offset rotates the parameter names of a path. */
function operationsOf(shapes: readonly string[][], offsets: readonly number[]) {
  const lines = shapes.flatMap((segments, index) => {
    const offset = offsets[index] ?? 0;
    const path = segments.map((segment, at) => (segment === "{}" ? `{p${(at + offset) % 4}}` : segment)).join("/");
    return [`GET /${path} read${index}`, `PATCH /${path} write${index}`];
  });
  const { operations } = modelOf(documentOfPaths(lines));
  return { reads: operations.filter(isRead), writes: operations.filter((operation) => !isRead(operation)) };
}

/** Returns the reads that each write invalidates, with the number of shared parameters. */
function readsAndPlaces(shapes: readonly string[][], offsets: readonly number[]): [id: string, places: number][][] {
  return operationsOf(shapes, offsets).writes.map(({ invalidates }) =>
    invalidates.map(({ id, sharedParameters }) => [id, Object.keys(sharedParameters).length]),
  );
}
