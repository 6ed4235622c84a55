import { announce, serve } from "@segment-iam/test-utils/serve";

/** The server of the paging benchmark, in its own process: `paging-server.ts USERS DELAY_MS`. */
const [users = 0, delayMs = 0] = process.argv.slice(2).map(Number);

const server = await serve((request, response) => {
  const { searchParams } = new URL(request.url ?? "/", "http://localhost");
  const start = Number(searchParams.get("pagination.cursor") ?? 0);
  const end = Math.min(start + Number(searchParams.get("pagination.count")), users);
  const body = JSON.stringify({
    data: {
      users: Array.from({ length: end - start }, (_, index) => userAt(start + index)),
      pagination: { current: String(start), next: end < users ? String(end) : null, totalEntries: users },
    },
  });
  setTimeout(() => response.writeHead(200, { "content-type": "application/json" }).end(body), delayMs);
});
announce(server);

function userAt(index: number) {
  return { id: `user${index}`, name: `Member ${index}`, email: `member.${index}@example.com` };
}
