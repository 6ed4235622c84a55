import { render, renderHook } from "@testing-library/react";
import { expectTypeOf, it } from "vitest";
import { createMockIam } from "./create-mock-iam.tsx";

it("has a wrapper that Testing Library takes", () => {
  const { wrapper, workspace } = createMockIam({ users: 3, latencyMs: 5 });
  render(<p />, { wrapper });
  renderHook(() => {}, { wrapper });
  expectTypeOf(workspace.users[0]?.email).toEqualTypeOf<string | undefined>();
  // @ts-expect-error -- there is no such option
  createMockIam({ people: 3 });
});
