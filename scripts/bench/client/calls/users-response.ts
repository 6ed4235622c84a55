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

/** The number of users in the response. */
export const USER_COUNT: number = users.length;

/** The body of every response from the stub and the server: one page of users, in the format of the API. */
export const RESPONSE_BODY: string = JSON.stringify({ data: { users, pagination: { current: "MA==", next: "Mw==" } } });

/** A limit so large that rate limiting reads the headers but never waits. */
const REMAINING = 1_000_000_000;
const HOUR_MS = 3_600_000;

/** The headers of every response. Their rate limit window ends after the benchmark. */
export const RESPONSE_HEADERS: Readonly<Record<string, string>> = {
  "content-type": "application/vnd.segment.v1+json",
  date: new Date().toUTCString(),
  "x-ratelimit-consumed": "5",
  "x-ratelimit-remaining": String(REMAINING),
  "x-ratelimit-reset": new Date(Date.now() + HOUR_MS).toUTCString(),
};
