import { ApiError, createIamClient, reviveError } from "@segment-iam/client";
import { IamProvider } from "@segment-iam/react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration } from "react-router";
import type { Route } from "./+types/root.ts";

export const meta: Route.MetaFunction = () => [{ title: "Users" }];

export const links: Route.LinksFunction = () => [{ rel: "icon", href: "data:," }];

export function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <Meta />
        <Links />
      </head>
      <body>
        <main>{children}</main>
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

export default function Root() {
  const [queryClient] = useState(() => new QueryClient({ defaultOptions: { queries: { staleTime: 60_000 } } }));
  const [iam] = useState(() => createIamClient({ baseUrl: "/api/iam", scope: "workspace" }));
  return (
    <QueryClientProvider client={queryClient}>
      <IamProvider client={iam}>
        <Outlet />
      </IamProvider>
    </QueryClientProvider>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  // A loader sends an `ApiError` as a response with its status. A hook throws the `ApiError` itself.
  if (isRouteErrorResponse(error)) return <Failure status={error.status} message={String(error.data)} />;
  const failure = reviveError(error);
  return <Failure status={failure instanceof ApiError ? failure.status : undefined} message={failure.message} />;
}

function Failure({ status, message }: { readonly status: number | undefined; readonly message: string }) {
  return (
    <div role="alert">
      <h1>Error {status}</h1>
      <p>{message}</p>
    </div>
  );
}
