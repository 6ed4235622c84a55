import react from "@vitejs/plugin-react";

const config = { plugins: [react()] };

// Vite takes its configuration from the default export.
export default config;
