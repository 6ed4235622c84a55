import { listUsers } from "@segment-iam/client";
import { createMockIam } from "@segment-iam/react/testing";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { Users } from "../src/users.tsx";

afterEach(cleanup);

it("removes a user", async () => {
  const { wrapper, workspace } = createMockIam({ users: 3 });
  render(<Users />, { wrapper });
  fireEvent.click(await screen.findByText("Remove ada@example.com"));
  await waitFor(() => expect(screen.queryByText("Remove ada@example.com")).toBeNull());
  expect(workspace.users).toHaveLength(2);
});

it("shows an error when the users cannot be listed", async () => {
  const { wrapper, workspace } = createMockIam();
  workspace.fail(listUsers, { status: 403 });
  render(<Users />, { wrapper });
  expect((await screen.findByRole("alert")).textContent).toContain("403");
});
