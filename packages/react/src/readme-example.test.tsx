// @vitest-environment jsdom

// ---

import { useListUsers } from "@segment-iam/react";
import { createMockIam } from "@segment-iam/react/testing";
import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";

const Users = () => useListUsers().data?.users.map(({ id, email }) => <p key={id}>{email}</p>);

it("lists the users", async () => {
  const { wrapper } = createMockIam({ users: 3 });
  render(<Users />, { wrapper });
  expect(await screen.findByText("ada@example.com")).toBeDefined();
});
