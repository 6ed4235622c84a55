/** The texts of the frame around every page. */
export const texts = {
  product: "Segment IAM",
  pageTitle: (page: string) => `${page} · Segment IAM`,
  home: "Segment IAM: all users",
  skip: "Skip to content",
  pages: "Pages",
  page: { users: "Users", invites: "Invites", import: "Import invites", accessReview: "Access review" },
  openMenu: "Open menu",
  closeMenu: "Close menu",
  close: "Close",
  search: "Search",
  searchOrRun: "Search or run a command",
  colorScheme: { dark: "Switch to dark mode", light: "Switch to light mode" },

  workspace: {
    mock: "Mock workspace",
    mockHint: "Changes are lost on restart",
    live: "Live workspace",
    liveHint: "Changes take effect immediately",
    idUnknown: "ID unknown",
    region: (region: string) => `Region ${region}`,
  },

  rateLimit: {
    left: (percent: number) => `Rate limit: ${percent}% left`,
    unknown: "Rate limit: unknown",
    title: "Rate limits",
    description: "Requests left for each operation",
    count: (remaining: number | undefined, limit: number | undefined) =>
      limit === undefined ? `${remaining} left` : `${remaining} of ${limit}`,
    resetsIn: (seconds: number) => `, resets in ${seconds} s`,
    bar: (operation: string) => `${operation}: requests left`,
  },

  notFound: {
    tab: "Not found",
    title: "Page not found",
    description: "The console has no page at this URL.",
    action: "View users",
  },

  error: { title: "Something went wrong", reload: "Reload" },
};
