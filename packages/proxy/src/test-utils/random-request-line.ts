import fc, { type Arbitrary } from "fast-check";

/** Parts of paths that a server may decode, split or resolve. */
const part = oneOf(
  String.raw`users invites groups permissions a . .. %2e %2E%2e / // %2f %252f \ %5c ; %3b %00 %0d%0a %c0%af %ff % # @ : * ~ __proto__ constructor`,
);
const segment = fc.oneof(
  fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("")),
  printable(12),
);
const value = fc.oneof(oneOf("1 u1 a@b.example %0d%0a %00 % [] -1 http://evil.example"), fc.constant(""), printable(8));

/** Request lines that often match an allowed operation. */
const likely = fc.oneof(
  fc.constantFrom("GET /users", "HEAD /users", "GET /users?pagination.count=2", "GET /invites", "POST /invites"),
  fc.constantFrom("DELETE /users?userIds.0=u1", "DELETE /invites?emails.0=a", "PUT /users/u1/permissions"),
  segment.map((text) => `GET /users/${text}`),
  fc.tuple(oneOf("GET HEAD"), segment).map(([method, text]) => `${method} /users/${text}/groups`),
  value.map((text) => `GET /users?pagination.count=1&pagination.cursor=${text}`),
  fc
    .array(value, { maxLength: 5 })
    .map((ids) => `DELETE /users?${ids.map((id, index) => `userIds.${index}=${id}`).join("&")}`),
);

const method = oneOf("GET GET HEAD POST PUT DELETE PATCH OPTIONS TRACE PROPFIND get BREW");
const path = fc.oneof(
  oneOf("/users /users/u1 /users/u1/groups /users/u1/permissions /invites"),
  fc.array(segment, { maxLength: 4 }).map((segments) => `/${segments.join("/")}`),
);
const name = fc.oneof(
  oneOf("pagination.count pagination.cursor pagination userIds.0 userIds.1 userIds emails.0 userIds[] emails.00"),
  oneOf("__proto__.a constructor.prototype.a userIds.0.a . a..b"),
  printable(6),
);
const query = fc
  .array(fc.tuple(name, value), { maxLength: 4 })
  .map((pairs) => pairs.map((pair) => pair.join("=")).join("&"));

const prefix = fc.oneof(
  { weight: 12, arbitrary: fc.constant("/api/iam") },
  { weight: 1, arbitrary: oneOf(String.raw`//api/iam /api/iam/.. /api\iam http://evil.example/api/iam x:/api/iam /`) },
);

/** The method and the target of a request, such as `GET /api/iam/users`. */
export const randomRequestLine: Arbitrary<string> = fc
  .tuple(
    prefix,
    fc.oneof(
      { weight: 2, arbitrary: likely },
      {
        weight: 1,
        arbitrary: fc.tuple(method, path, query).map(([verb, start, search]) => `${verb} ${start}?${search}`),
      },
    ),
  )
  .map(([start, line]) => line.replace(" ", ` ${start}`));

/** Creates text without spaces and control characters. */
export function printable(maxLength: number): Arbitrary<string> {
  const unit = fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code));
  return fc.string({ unit, maxLength });
}

/** Chooses a word of a text. */
function oneOf(words: string): Arbitrary<string> {
  return fc.constantFrom(...words.split(" "));
}
