import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { IamProvider } from "@segment-iam/react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "react-router/dom";
import { iam, limiter } from "./iam.ts";
import { router } from "./router.tsx";
import { cssVariables, theme } from "./theme.ts";

/** How long a list is taken for current, in milliseconds: coming back to a page within it asks nothing of the API. */
const STALE_TIME_MS = 60_000;

const queryClient = new QueryClient({
  defaultOptions: {
    // The server is on this machine, and there is no being offline from that.
    queries: { staleTime: STALE_TIME_MS, networkMode: "always" },
    mutations: { networkMode: "always" },
  },
});

/** The whole console. */
export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <IamProvider client={iam} limiter={limiter}>
          <RouterProvider router={router} />
          <Notifications position="bottom-right" />
        </IamProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
