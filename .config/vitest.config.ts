import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    reporters: ["default", "./.config/skipped.mjs"],
    include: ["tests/**/*.test.{ts,tsx}"],
    exclude: ["tests/system/**"],
    testTimeout: 30_000,
  },
});
