import { deleteUsers } from "@segment-iam/client";
import { useEffect } from "react";
import { expect, it } from "vitest";
import { render } from "vitest-browser-react";
import { setUp } from "../test-utils/set-up.ts";
import { strictWrapper } from "../test-utils/strict-wrapper.tsx";
import { useBulk } from "./use-bulk.ts";

const USERS = 400;

/** Counts the frames of the browser. */
function countFrames() {
  const counted = { frames: 0 };
  const count = () => {
    counted.frames += 1;
    frame = requestAnimationFrame(count);
  };
  let frame = requestAnimationFrame(count);
  return { counted, stop: () => cancelAnimationFrame(frame) };
}

it("renders the progress of many fast requests at most once a frame", async () => {
  const mock = setUp({ users: USERS, limits: false });
  const seen: number[] = [];
  function Removal() {
    const { start, status, progress } = useBulk(deleteUsers, { maxBatchSize: 1 });
    useEffect(() => {
      seen.push(progress?.done ?? 0);
    });
    return (
      <button onClick={() => start(mock.workspace.users.map(({ id }) => id))}>
        {status} {progress?.done ?? 0}
      </button>
    );
  }
  const screen = await render(<Removal />, { wrapper: strictWrapper(mock) });
  await expect.element(screen.getByRole("button")).toHaveTextContent("idle 0");
  const { counted, stop } = countFrames();
  const commitsBefore = seen.length;
  await screen.getByRole("button").click();
  await expect.element(screen.getByRole("button")).toHaveTextContent(`finished ${USERS}`);
  stop();
  const commits = seen.length - commitsBefore;
  // The start renders without waiting for a frame.
  expect(commits).toBeLessThanOrEqual(counted.frames + 2);
  expect(commits).toBeGreaterThan(2);
  expect(commits).toBeLessThan(USERS);
  expect(seen).toEqual(seen.toSorted((one, other) => one - other));
  expect(mock.takeRequests()).toHaveLength(USERS);
});
