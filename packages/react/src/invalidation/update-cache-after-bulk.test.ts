import { deleteUsers, getUser, listUsers } from "@segment-iam/client";
import { bulk } from "@segment-iam/helpers/bulk";
import { expect, it } from "vitest";
import { getUserOptions, listUsersOptions } from "../generated/query.ts";
import { setUp } from "../test-utils/set-up.ts";
import { updateCacheAfterBulk } from "./update-cache-after-bulk.ts";

it("removes users that were deleted by the run or before it, and invalidates the lists", async () => {
  const { iam, queryClient, workspace } = setUp();
  const [ada = "", ben = "", cleo = ""] = workspace.users.map(({ id }) => id);
  const details = [ada, ben, cleo].map((userId) => getUserOptions(iam, { userId }));
  for (const options of details) await queryClient.fetchQuery(options);
  await queryClient.fetchQuery(listUsersOptions(iam));
  await deleteUsers(iam, { userIds: [ben] });

  const isDone = (userId: string) =>
    getUser(iam, { userId }).then(
      () => false,
      () => true,
    );
  const report = await bulk(deleteUsers, iam, [ada, ben], { isDone }).result;
  expect(report).toMatchObject({ succeeded: [ada], alreadyDone: [ben] });
  updateCacheAfterBulk(queryClient, deleteUsers, iam, report);

  expect(details.map(({ queryKey }) => queryClient.getQueryData(queryKey)?.user.id)).toEqual([
    undefined,
    undefined,
    cleo,
  ]);
  const list = listUsersOptions(iam).queryKey;
  const expected = (await listUsers(iam)).users.map(({ id }) => id);
  expect(queryClient.getQueryData(list)?.users.map(({ id }) => id)).toEqual(expected);
  expect(queryClient.getQueryState(list)?.isInvalidated).toBe(true);
});
