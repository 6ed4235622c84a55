/** What the stub and the server answer every call with: a page as the API sends it. */
const users = Array.from({ length: 25 }, (_, index) => ({
  id: `sgJDWk3K21k6LE3tLU9n${index}`,
  name: `Member ${index} of the Workspace`,
  email: `member.${index}@example.com`,
  permissions: [
    {
      roleId: "1WDUuRLxv84rrfCNUwvkrRtkxnS",
      roleName: "Workspace Owner",
      resources: [{ id: "9aQ1Lj62S4bomZKLF4DPqW", type: "WORKSPACE" }],
    },
  ],
}));

/** How many users the list of a call has. */
export const USERS: number = users.length;

export const ANSWER_TEXT: string = JSON.stringify({ data: { users, pagination: { current: "MA==", next: "Mw==" } } });

/** A limit so large that pacing reads the figures and never waits. */
const REMAINING = 1_000_000_000;
const HOUR_MS = 3_600_000;

/** Made once, by the clock of the run: a window that ends when nobody measures any more. */
export const ANSWER_HEADERS: Readonly<Record<string, string>> = {
  "content-type": "application/vnd.segment.v1+json",
  date: new Date().toUTCString(),
  "x-ratelimit-consumed": "5",
  "x-ratelimit-remaining": String(REMAINING),
  "x-ratelimit-reset": new Date(Date.now() + HOUR_MS).toUTCString(),
};
