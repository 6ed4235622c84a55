import react from "@vitejs/plugin-react";

const config = { plugins: [react()] };

// Vite requires a default export.
export default config;
