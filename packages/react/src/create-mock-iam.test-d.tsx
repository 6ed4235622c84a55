import { render, renderHook } from "@testing-library/react";
import { expectTypeOf, it } from "vitest";
import { createMockIam } from "./create-mock-iam.tsx";

it("returns a wrapper for Testing Library", () => {
  const { wrapper, workspace } = createMockIam({ users: 3, latencyMs: 5 });
  render(<p />, { wrapper });
  renderHook(() => {}, { wrapper });
  expectTypeOf(workspace.users[0]?.email).toEqualTypeOf<string | undefined>();
  // @ts-expect-error -- unknown option
  createMockIam({ people: 3 });
});
