import { defineConfig } from "vitest/config";

/** The long run: every kind of writing is killed 200 times (`npm run kills`); `npm test` kills each a few times. */
export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    include: ["tests/cli/kills.test.ts", "tests/store/kill.test.ts"],
    env: { ATTUNE_KILLS: process.env.ATTUNE_KILLS ?? "200" },
    testTimeout: 0,
    hookTimeout: 0,
  },
});
