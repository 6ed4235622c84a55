import type { UserV1 } from "@segment-iam/client";

/** Downloads users as a CSV file, one row for each user. */
export async function exportUsers(users: readonly UserV1[]): Promise<void> {
  // Loaded on demand, so that the list renders sooner.
  const { downloadCsv } = await import("../files/download-file.ts");
  const date = new Date().toISOString().slice(0, 10);
  downloadCsv(`users-${date}.csv`, users.map(toCsvRow));
}

function toCsvRow({ id, name, email, permissions = [] }: UserV1) {
  const resources = permissions.flatMap(({ resources }) => resources.map(({ id, type }) => `${type} ${id}`));
  return {
    id,
    name,
    email,
    roles: permissions.map(({ roleName }) => roleName).join("; "),
    resources: [...new Set(resources)].join("; "),
  };
}
