import { createBrowserRouter, Navigate } from "react-router";
import { ImportPage } from "./import/import-page.tsx";
import { InvitesPage } from "./invites/invites-page.tsx";
import { Crash } from "./layout/error-pages.tsx";
import { NotFound } from "./layout/not-found.tsx";
import { Shell } from "./layout/shell.tsx";
import { UsersPage } from "./users/users-page.tsx";

/** Every page, and every drawer that has an address of its own. */
export const router = createBrowserRouter([
  {
    element: <Shell />,
    errorElement: <Crash />,
    children: [
      { index: true, element: <Navigate to="/users" replace /> },
      { path: "users/:userId?", element: <UsersPage /> },
      { path: "invites/new?", element: <InvitesPage /> },
      { path: "import", element: <ImportPage /> },
      { path: "*", element: <NotFound /> },
    ],
  },
]);
