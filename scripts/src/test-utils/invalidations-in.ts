import type { Operation } from "../model/model.ts";

/**
 * Returns the reads that a write invalidates, as text: `getUser(spaceId, userId=id)`.
 *
 * The read's parameter is first; the write's follows if its name differs.
 */
export function invalidationsIn({ invalidates }: Operation): string[] {
  return invalidates.map(({ id, sharedParameters }) => {
    const names = Object.entries(sharedParameters).map(([name, other]) => (name === other ? name : `${name}=${other}`));
    return names.length === 0 ? id : `${id}(${names.join(", ")})`;
  });
}
