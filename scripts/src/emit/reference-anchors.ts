/** Gives each heading the address that GitHub gives it: of headings alike, all but the first have a number. */
export type Anchors = (heading: string) => string;

/** Starts a page. Headings must be asked for once each, in the order of the page. */
export function createAnchors(): Anchors {
  const taken = new Set<string>();
  return (heading) => {
    const address = heading.toLowerCase().replace(/[^a-z0-9_-]/g, "");
    let free = address;
    for (let number = 1; taken.has(free); number += 1) free = `${address}-${number}`;
    taken.add(free);
    return free;
  };
}
