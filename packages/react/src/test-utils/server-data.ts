import { QueryCache, type InfiniteData, type Query, type QueryKey } from "@tanstack/react-query";

/** Remembers what the server answered to each query of a cache, whatever is shown of it. */
export class LastAnswers {
  readonly cache: QueryCache = new QueryCache({ onSuccess: (data, query) => this.#remember(data, query) });
  /** By the query itself: one that was removed has no answer, whoever asks for the same again. */
  readonly #answers = new WeakMap<Query, unknown>();

  /** The last answer; `undefined` before there is one. */
  to(queryKey: QueryKey): unknown {
    const query = this.cache.find({ queryKey });
    return query && this.#answers.get(query);
  }

  #remember(data: unknown, query: Query<unknown, unknown, unknown>): void {
    const known = this.#answers.get(query as Query) as InfiniteData<unknown> | undefined;
    const direction = query.state.fetchMeta?.fetchMore?.direction;
    // Of what is fetched for one more page only that page is an answer.
    const answer = known && direction ? addPage(known, data as InfiniteData<unknown>, direction) : data;
    this.#answers.set(query as Query, answer);
  }
}

function addPage(known: InfiniteData<unknown>, { pages, pageParams }: InfiniteData<unknown>, direction: string) {
  if (pages.length === known.pages.length) return known;
  const [first, last] = [pages.slice(0, 1), pages.slice(-1)];
  return { pageParams, pages: direction === "backward" ? [...first, ...known.pages] : [...known.pages, ...last] };
}
