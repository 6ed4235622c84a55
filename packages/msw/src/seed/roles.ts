import type { MockRole } from "../mock-state.ts";

/** Roles as a new workspace has them. All IDs but the first are made up. */
export const defaultRoles: readonly MockRole[] = [
  { id: "1WDUuRLxv84rrfCNUwvkrRtkxnS", name: "Workspace Owner" },
  { id: "1WDUuS6dQwYdzGbXrJtpVn8cMkL", name: "Workspace Member" },
  { id: "1WDUuTq3HfKpZ5xWvBnRy2sDgTj", name: "Source Admin" },
  { id: "1WDUuUzN7LmRc4kVhXtQ9wYbFpE", name: "Source Read-only" },
  { id: "1WDUuVa8JsGxD6nPqKyZf3rWmHt", name: "Warehouse Admin" },
  { id: "1WDUuWe5TbMvS2jLdRgNk7cXqYz", name: "Function Admin" },
];
