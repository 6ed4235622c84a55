import type { ChildProcess } from "node:child_process";
import { once } from "node:events";

/** Resolves with the next message of a child process. @throws {Error} if the process exits first */
export async function receiveMessage<Message>(child: ChildProcess): Promise<Message> {
  const exited = once(child, "exit").then(([code]) => {
    throw new Error(`${child.spawnargs.slice(1).join(" ")} exited with code ${code}`);
  });
  const [message] = await Promise.race([once(child, "message"), exited]);
  return message;
}
