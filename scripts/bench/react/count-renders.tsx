import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
// The benchmark aliases `contender` to the module of a contender.
import { Provider, useUsersPage } from "contender";
import type { UsersPage } from "./contenders/users-page.ts";
import type { RenderCounts } from "./render-process.ts";

const POLL_INTERVAL_MS = 50;
const TIMEOUT_MS = 10_000;

/** The content with both pages, and after the first user was deleted. */
const BOTH = "a@example.com,b@example.com";
const ONE = "b@example.com";

/** Renders the first page, fetches the second and deletes a user. Returns the renders of each step. */
export async function countRenders(): Promise<RenderCounts> {
  let renders = 0;
  let page: UsersPage | undefined;
  const queryClient = new QueryClient();

  function Users() {
    renders += 1;
    page = useUsersPage();
    return <p>{page.emails?.join()}</p>;
  }

  const container = document.createElement("main");
  const root = createRoot(container);
  root.render(
    <QueryClientProvider client={queryClient}>
      <Provider>
        <Users />
      </Provider>
    </QueryClientProvider>,
  );
  const mount = await settle("a@example.com");
  page?.loadMore();
  const nextPage = await settle(BOTH);
  page?.remove("a");
  const removal = await settle(ONE);
  root.unmount();
  queryClient.clear();
  return { mount, page: nextPage, delete: removal };

  async function settle(expected: string): Promise<number> {
    const isSettled = () =>
      container.textContent === expected && queryClient.isFetching() + queryClient.isMutating() === 0;
    for (let waitedMs = 0; !isSettled(); waitedMs += POLL_INTERVAL_MS) {
      if (waitedMs > TIMEOUT_MS) throw new Error(`Expected "${expected}", got "${container.textContent}"`);
      await pause();
    }
    // Waits for a pending render.
    await pause();
    const count = renders;
    renders = 0;
    return count;
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL_MS));
}
