import { defineConfig } from "vite";

const mock = {
  target: "http://127.0.0.1:4010",
  rewrite: (path: string) => path.slice("/api/iam".length),
  headers: { authorization: "Bearer any" },
};

export default defineConfig({ server: { proxy: { "/api/iam": mock } } });
