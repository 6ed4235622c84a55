import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { IamProvider } from "@segment-iam/react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createBrowserRouter, Navigate } from "react-router";
import { RouterProvider } from "react-router/dom";
import { iam, limiter } from "./iam.ts";
import { ImportPage } from "./import/import-page.tsx";
import { InvitesPage } from "./invites/invites-page.tsx";
import { CrashPage, NotFoundPage } from "./layout/error-pages.tsx";
import { Shell } from "./layout/shell.tsx";
import { cssVariables, theme } from "./theme.ts";
import { UsersPage } from "./users/users-page.tsx";

const router = createBrowserRouter([
  {
    element: <Shell />,
    errorElement: <CrashPage />,
    children: [
      { index: true, element: <Navigate to="/users" replace /> },
      { path: "users/:userId?", element: <UsersPage /> },
      { path: "invites/new?", element: <InvitesPage /> },
      { path: "import", element: <ImportPage /> },
      { path: "*", element: <NotFoundPage /> },
    ],
  },
]);

/** How long data stays fresh. Returning to a page within this time sends no request. */
const STALE_TIME_MS = 60_000;

const queryClient = new QueryClient({
  defaultOptions: {
    // The server runs on this machine, so it is reachable while the browser is offline.
    queries: { staleTime: STALE_TIME_MS, networkMode: "always" },
    mutations: { networkMode: "always" },
  },
});

/** The console: providers and routes. */
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
