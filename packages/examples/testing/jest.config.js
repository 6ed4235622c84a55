const jsc = { parser: { syntax: "typescript", tsx: true }, transform: { react: { runtime: "automatic" } } };

export default {
  testMatch: ["<rootDir>/jest/*.test.tsx"],
  // jsdom with the fetch API and structuredClone of Node.js
  testEnvironment: "jest-fixed-jsdom",
  transform: { "\\.[jt]sx?$": ["@swc/jest", { jsc }] },
  // The packages are ES modules. The pattern also matches the folders of pnpm.
  transformIgnorePatterns: ["/node_modules/(?!\\.pnpm/|@segment-iam/)"],
};
