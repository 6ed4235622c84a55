import { array, assert, constantFrom, integer, property, uniqueArray } from "fast-check";
import { describe, expect, it } from "vitest";

import { documentOfPaths } from "../test-utils/document-of-paths.ts";
import { invalidationsIn } from "../test-utils/invalidations-in.ts";
import { messagesOf } from "../test-utils/messages-of.ts";
import { modelOf, operationOf } from "../test-utils/model-of.ts";
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
      "matches parameters by place, regardless of their names",
      AUDIENCES,
      ["getActivation(spaceId, audienceId=id)", "listAudiences(spaceId)"],
    ],
    [
      "finds reads above, at and below a write",
      [...USERS, "GET /users/{id} getUser", "DELETE /users/{id} deleteUser"],
      ["listUsers", "listGroups(userId=id)", "getUser(id)"],
    ],
    [
      "finds all reads below a write on a collection",
      [...USERS, "POST /users createUser"],
      ["listUsers", "countUsers", "listGroups"],
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
  const warningsOf = (lines: readonly string[], keys = {}) => modelOf(documentOfPaths(lines, keys)).warnings;

  it("warns about a write that invalidates nothing", () => {
    expect(warningsOf([...USERS, ...GROUPS])).toEqual([
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
    expect(warningsOf(lines, keys)).toEqual([]);
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

  it("rejects an unknown id", () => {
    const text = documentOfPaths(GROUPS, { replaceUsers: { "x-invalidates": ["listMember"] } });
    expect(messagesOf(text)).toEqual([expect.stringContaining("`listMember` is not the operationId of a read")]);
  });
});

describe("invariants", () => {
  const shapes = uniqueArray(array(constantFrom("a", "b", "{}"), { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 6,
    selector: (segments) => segments.join("/"),
  });
  /** Offsets that rotate the names of each path, so that the same place has different names in different paths. */
  const rotations = array(integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 });

  function operationsOf(paths: readonly string[][], offsets: readonly number[]) {
    const lines = paths.flatMap((segments, path) => {
      const named = segments.map((segment, at) =>
        segment === "{}" ? `{p${(at + (offsets[path] ?? 0)) % 4}}` : segment,
      );
      return [`GET /${named.join("/")} read${path}`, `PATCH /${named.join("/")} write${path}`];
    });
    const { operations } = modelOf(documentOfPaths(lines));
    return {
      reads: operations.filter(({ method }) => method === "GET"),
      writes: operations.filter(({ method }) => method === "PATCH"),
    };
  }

  it("invalidates a query exactly if its URL is equal to the write's, above it or below it", () => {
    const values = array(constantFrom("1", "2"), { minLength: 8, maxLength: 8 });
    assert(
      property(shapes, rotations, values, (paths, offsets, [...all]) => {
        const { reads, writes } = operationsOf(paths, offsets);
        const inputOf = (first: number) =>
          Object.fromEntries(all.slice(first, first + 4).map((value, index) => [`p${index}`, value]));
        const [written, queried] = [inputOf(0), inputOf(4)];
        const urlOf = (path: string, input: Record<string, string | undefined>) =>
          segmentsOf(path.replace(/\{(\w+)\}/g, (_, name: string) => input[name] ?? ""));
        for (const write of writes) {
          for (const read of reads) {
            const found = write.invalidates.find(({ id }) => id === read.id);
            const pairs = found && Object.entries(found.sharedParameters);
            const matches = pairs?.every(([name, other]) => queried[name] === written[other]) === true;
            expect(matches).toBe(areRelated(urlOf(write.path, written), urlOf(read.path, queried)));
          }
        }
      }),
    );
  });

  it("invalidates the same reads when parameters are renamed", () => {
    const idsOf = (paths: readonly string[][], offsets: readonly number[]) =>
      operationsOf(paths, offsets).writes.map(({ invalidates }) =>
        invalidates.map(({ id, sharedParameters }) => [id, Object.keys(sharedParameters).length]),
      );
    assert(
      property(shapes, rotations, rotations, (paths, before, after) => {
        expect(idsOf(paths, after)).toEqual(idsOf(paths, before));
      }),
    );
  });
});
