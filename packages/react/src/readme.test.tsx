// @vitest-environment jsdom
import { useDeleteUsers, useListUsersInfinite } from "@segment-iam/react";
import { createMockIam } from "@segment-iam/react/testing";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { readFileSync } from "node:fs";
import { afterEach, expect, it, vi } from "vitest";

const readme = readFileSync("README.md", "utf8");
const examples = Array.from(readme.matchAll(/^```tsx?\n(.*?)^```$/gms), ([, code = ""]) => code);

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Users() {
  const { data, error, hasNextPage, fetchNextPage } = useListUsersInfinite();
  const { mutate: remove } = useDeleteUsers();
  return (
    <>
      {data?.items.map(({ id, email }) => (
        <p key={id}>
          {email} <button onClick={() => confirm(`Remove ${email}?`) && remove({ userIds: [id] })}>Remove</button>
        </p>
      ))}
      {hasNextPage && <button onClick={() => fetchNextPage()}>Load more</button>}
      {error && <p role="alert">{error.message}</p>}
    </>
  );
}

it("has the component of the README's first example in this file", () => {
  const [component] = /^function Users\(\).*?^}\n/ms.exec(readme) ?? [];
  expect(readFileSync("src/readme.test.tsx", "utf8")).toContain(component);
});

it("lists users, loads more, and removes one after a confirmation", async () => {
  const { wrapper, workspace } = createMockIam({ users: 201 });
  render(<Users />, { wrapper });
  expect(await screen.findAllByText("Remove")).toHaveLength(200);
  fireEvent.click(screen.getByText("Load more"));
  await waitFor(() => expect(screen.getAllByText("Remove")).toHaveLength(201));

  vi.stubGlobal("confirm", (question: string) => question === "Remove ada@example.com?");
  const [ada, other] = screen.getAllByText("Remove");
  for (const button of [ada, other]) if (button) fireEvent.click(button);
  await waitFor(() => expect(screen.queryByText("ada@example.com")).toBeNull());
  expect(workspace.users).toHaveLength(200);
});

it("contains the code of each row of the task table in an example", () => {
  const rows = Array.from(readme.matchAll(/^\| \[.*?\| `(.*?)` +\|$/gm), ([, code = ""]) => code);
  expect(rows).toHaveLength(12);
  for (const row of rows) expect(examples.join("\n")).toContain(row);
});
