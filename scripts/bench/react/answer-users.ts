/** A `fetch` of two users, one a page, that answers after a moment, wherever in the query a library puts the cursor. */
export function answerUsers(): typeof fetch {
  let users = ["a", "b"].map((id) => ({ id, email: `${id}@example.com` }));
  return async (input, init) => {
    // What a library sends is a path or a whole address.
    const request = new Request(input instanceof Request ? input : new URL(input, "https://app.example"), init);
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (request.method === "DELETE") {
      users = users.filter(({ id }) => id !== "a");
      return Response.json({ data: { status: "SUCCESS" } });
    }
    const at = /cursor\W*=second|=second/.test(decodeURIComponent(request.url)) ? 1 : 0;
    const next = at + 1 < users.length ? "second" : null;
    return Response.json({ data: { users: users.slice(at, at + 1), pagination: { current: "", next } } });
  };
}
