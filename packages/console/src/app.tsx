import { MantineProvider } from "@mantine/core";
import { IamProvider } from "@segment-iam/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { Suspense } from "react";
import { BrowserRouter, Navigate, Route, Routes } from "react-router";
import { iam, limiter } from "./iam.ts";
import { ErrorBoundary } from "./layout/error-boundary.tsx";
import { lazyComponent } from "./layout/lazy-component.ts";
import { Shell } from "./layout/shell.tsx";
import { useIsSettled } from "./layout/use-is-settled.ts";
import { createQueryClient } from "./query-client.ts";
import { RunsProvider, createRuns } from "./runs/use-runs.ts";
import { cssVariables, theme } from "./theme.ts";

const UsersPage = lazyComponent(async () => (await import("./users/users-page.tsx")).UsersPage);
const InvitesPage = lazyComponent(async () => (await import("./invites/invites-page.tsx")).InvitesPage);
const ImportPage = lazyComponent(async () => (await import("./import/import-page.tsx")).ImportPage);
const NotFoundPage = lazyComponent(async () => (await import("./layout/not-found-page.tsx")).NotFoundPage);
const AccessReviewPage = lazyComponent(
  async () => (await import("./access-review/access-review-page.tsx")).AccessReviewPage,
);
const Notifications = lazyComponent(async () => (await import("./feedback/notifications.tsx")).Notifications);

const queryClient = createQueryClient();
const runs = createRuns(async () => {
  const { RunCenter } = await import("./runs/run-center.ts");
  return new RunCenter({ iam, queryClient });
});

/** The console: providers and routes. */
export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <ErrorBoundary>
        <QueryClientProvider client={queryClient}>
          <IamProvider client={iam} limiter={limiter}>
            <BrowserRouter>
              <RunsProvider value={runs}>
                <Pages />
              </RunsProvider>
            </BrowserRouter>
            <LateNotifications />
          </IamProvider>
        </QueryClientProvider>
      </ErrorBoundary>
    </MantineProvider>
  );
}

function Pages() {
  return (
    <Routes>
      <Route element={<Shell />}>
        <Route index element={<Navigate to="/users" replace />} />
        <Route path="users/:userId?" element={<UsersPage />} />
        <Route path="invites/new?" element={<InvitesPage />} />
        <Route path="import" element={<ImportPage />} />
        <Route path="access-review" element={<AccessReviewPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  );
}

function LateNotifications() {
  return <Suspense>{useIsSettled() && <Notifications />}</Suspense>;
}
