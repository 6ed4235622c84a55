import { ADDRESS, ENDLESS, type Contender } from "../contender.ts";

interface Ky {
  default(address: string, options: object): Promise<unknown>;
}

/** Its backoff doubles without an upper bound by default; with one of a window's length it comes back in time. */
const BACKOFF_LIMIT_MS = 60_000;

export const ky: Contender = {
  id: "ky",
  name: "ky (retry)",
  create: async ({ fetch, load }) => {
    const { default: ky } = await load<Ky>("ky");
    const retry = { limit: ENDLESS, jitter: true, backoffLimit: BACKOFF_LIMIT_MS };
    return () => ky(ADDRESS, { method: "delete", fetch, retry });
  },
};
