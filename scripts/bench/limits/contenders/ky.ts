import { ADDRESS, AT_ONCE, ENDLESS, LONGEST_BACKOFF_MS, type Contender } from "../contender.ts";
import { limitConcurrency } from "../limit-concurrency.ts";

interface Ky {
  default(address: string, options: object): Promise<unknown>;
}

export const ky: Contender = {
  id: "ky",
  name: "ky",
  settings: "10 calls at once; retry: { limit: 1,000, jitter: true, backoffLimit: 60 s }",
  create: async ({ fetch, load }) => {
    const { default: ky } = await load<Ky>("ky");
    const inTurn = limitConcurrency(AT_ONCE);
    const retry = { limit: ENDLESS, jitter: true, backoffLimit: LONGEST_BACKOFF_MS };
    return () => inTurn(() => ky(ADDRESS, { method: "delete", fetch, retry }));
  },
};
