import { createMockIam } from "@segment-iam/react/testing";
import { expect, it } from "vitest";
import { render } from "vitest-browser-react";
import { Users } from "../src/users.tsx";

it("removes a user", async () => {
  const { wrapper, workspace } = createMockIam({ users: 3 });
  const screen = await render(<Users />, { wrapper });
  const button = screen.getByText("Remove ada@example.com");
  await button.click();
  await expect.element(button).not.toBeInTheDocument();
  expect(workspace.users).toHaveLength(2);
});
