import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
// The bench puts a contender's module in this place.
import { Shell, useUsersPage } from "contender";
import type { UsersPage } from "./contenders/users-page.ts";
import type { RenderCounts } from "./render-counts.ts";

const STEP_MS = 50;
const MOST_MS = 10_000;

/** What both pages show, and what is left when the first user is removed. */
const [BOTH, ONE] = ["a@example.com,b@example.com", "b@example.com"];

/** Shows the first page, then the second, then removes a user. `fetch` answers as `answerUsers` does. */
export async function countRenders(): Promise<RenderCounts> {
  let renders = 0;
  let shown: UsersPage | undefined;
  const queryClient = new QueryClient();

  function Users() {
    renders += 1;
    shown = useUsersPage();
    return <p>{shown.emails?.join()}</p>;
  }

  const container = document.createElement("main");
  const root = createRoot(container);
  root.render(
    <QueryClientProvider client={queryClient}>
      <Shell>
        <Users />
      </Shell>
    </QueryClientProvider>,
  );
  const mount = await takeRenders("a@example.com");
  shown?.more();
  const page = await takeRenders(BOTH);
  shown?.remove("a");
  const removal = await takeRenders(ONE);
  root.unmount();
  queryClient.clear();
  return { mount, page, delete: removal };

  async function takeRenders(expected: string): Promise<number> {
    const isAtRest = () =>
      container.textContent === expected && queryClient.isFetching() + queryClient.isMutating() === 0;
    for (let waitedMs = 0; !isAtRest(); waitedMs += STEP_MS) {
      if (waitedMs > MOST_MS) throw new Error(`Shows ${container.textContent} instead of ${expected}`);
      await pause();
    }
    // For a render that is still to come.
    await pause();
    const taken = renders;
    renders = 0;
    return taken;
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, STEP_MS));
}
