import { configureGlobal } from "fast-check";

// A fixed seed makes results reproducible and cacheable. `PROPERTY_SEED` sets another one.
configureGlobal({ seed: Number(process.env["PROPERTY_SEED"] ?? 73) });
