import type { UserV1 } from "@segment-iam/types";
import { createId, integerBelow, type Random } from "../random.ts";
import type { Grants } from "./create-grants.ts";

const FIRST_USER: UserV1 = { id: "sgJDWk3K21k6LE3tLU9nRK", name: "Ada Lovelace", email: "ada@example.com" };
const FIRST_NAMES = `
  Ada Alan Annie Barbara Claude Donald Dorothy Edsger Edith Evelyn Frances Fei Grace Hedy Ida Jean John Joan
  Karen Katherine Ken Klara Leslie Linus Lynn Margaret Mary Mei Niklaus Radia Robin Ruth Shafi Sophie Sister
  Tim Tony Vint Whitfield Yukihiro
`
  .trim()
  .split(/\s+/);
const LAST_NAMES = `
  Allen Bartik Berners-Lee Boyd Cerf Clarke Conway Daubechies Diffie Dijkstra Easley Floyd Goldwasser
  Granville Hamilton Hoare Holberton Hopper Johnson Jones Keller Knuth Lamarr Lamport Liskov Lovelace
  Matsumoto McNulty Milner Neumann Perlman Ritchie Shannon Sparck Thompson Torvalds Turing Vaughan Wilson
  Wirth
`
  .trim()
  .split(/\s+/);

/** Generates users. The first one is a workspace owner with a fixed ID. A workspace of 1,000 users has three to five owners. */
export function generateUsers(count: number, random: Random, { owner, member }: Grants): UserV1[] {
  const ownerCount = Math.min(3 + integerBelow(random, 3), Math.ceil(count / 50));
  const owners = new Set([0]);
  while (owners.size < ownerCount) owners.add(integerBelow(random, count));
  return Array.from({ length: count }, (_, index) => {
    const user: UserV1 = index === 0 ? { ...FIRST_USER } : generatePerson(random, index);
    if (owners.has(index)) user.permissions = owner();
    // `permissions` is optional in the API, so some users have no such property.
    else if (random() < 0.9) user.permissions = member();
    return user;
  });
}

function generatePerson(random: Random, index: number): UserV1 {
  const first = FIRST_NAMES[integerBelow(random, FIRST_NAMES.length)] ?? "";
  const last = LAST_NAMES[integerBelow(random, LAST_NAMES.length)] ?? "";
  return {
    id: createId(random),
    name: `${first} ${last}`,
    email: `${first}.${last}.${index}@example.com`.toLowerCase(),
  };
}
