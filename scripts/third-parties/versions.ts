/** The versions of the clients and generators. */
export const CLIENT_PACKAGES = {
  "@hey-api/openapi-ts": "0.99.0",
  "@segment/public-api-sdk-typescript": "47.0.0-b8398",
  "@types/node": "24.0.0",
  "@types/request": "2.48.13",
  axios: "1.21.1",
  "openapi-fetch": "0.17.0",
  "openapi-typescript": "7.13.0",
  "swagger-typescript-api": "13.13.0",
  typescript: "5.9.3",
};

/** The versions of the validating servers. */
export const SERVER_PACKAGES = {
  "@stoplight/prism-cli": "5.16.0",
  express: "5.3.0",
  "express-openapi-validator": "5.6.2",
  "openapi-backend": "5.21.2",
};

/** The versions of the converters from OpenAPI to collections. */
export const COLLECTION_PACKAGES = {
  "@usebruno/converters": "0.23.0",
  "openapi-to-postmanv2": "6.3.3",
};
