import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    reporters: ["default", "./.config/skipped.mjs"],
    include: ["tests/system/**/*.test.{ts,tsx}"],
    testTimeout: 120_000,
    fileParallelism: false,
  },
});
