/** Where the console's server answers the calls of its pages, and its pages send them. */
export const apiPath = "/api/iam";
