import { QueryClient } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { getUserOptions } from "../../generated/query.ts";
import { createDeferredApi, flushPromises } from "../../test-utils/deferred-api.ts";
import { startOptimisticWrite } from "../../test-utils/optimistic-steps.ts";
import { readData } from "../../test-utils/read-data.ts";

it("uses a new role's ID as its name while the write is pending, then the name in the response", async () => {
  const { iam, requests } = createDeferredApi();
  const queryClient = new QueryClient();
  const options = getUserOptions(iam, { userId: "ada" });
  queryClient.setQueryData(options.queryKey, {
    user: { id: "ada", name: "Ada", email: "ada@example.com", permissions: [] },
  });
  const roleNames = () => readData(queryClient, options)?.user.permissions?.map(({ roleName }) => roleName);

  const permissions = [{ roleId: "r1", resources: [] }];
  const write = startOptimisticWrite(queryClient, iam, "addPermissionsToUser", { userId: "ada", permissions });
  await flushPromises();
  expect(roleNames()).toEqual(["r1"]);
  await requests[0]?.respond({ permissions: [{ roleId: "r1", roleName: "Workspace Owner", resources: [] }] });
  await write;
  expect(roleNames()).toEqual(["Workspace Owner"]);
});
