import { configureGlobal } from "fast-check";

// A run is a function of the code, so that a cached result is worth something; `PROPERTY_SEED` looks elsewhere.
configureGlobal({ seed: Number(process.env["PROPERTY_SEED"] ?? 73) });
