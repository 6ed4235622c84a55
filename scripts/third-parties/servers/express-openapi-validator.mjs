import express from "express";
import { middleware } from "express-openapi-validator";

/** Validates requests with express-openapi-validator and prints the URL. `--allow-unknown` allows unknown query parameters. */
const [, , apiSpec, option] = process.argv;
const app = express();
app.use(express.json({ type: "application/*" }));
app.use(
  middleware({
    apiSpec,
    validateRequests: { allowUnknownQueryParameters: option === "--allow-unknown" },
    validateApiSpec: false,
  }),
);
app.use((_request, response) => response.json({ data: {} }));
app.use((error, _request, response, _next) =>
  response.status(error.status ?? 500).json({ errors: [{ type: "validation", message: error.message }] }),
);
const server = app.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}`));
