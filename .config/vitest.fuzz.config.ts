import { defineConfig } from "vitest/config";

/** The long run: ten thousand damaged inputs a property (`npm run fuzz`); the same tests take a few hundred in `npm test`. */
export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    include: ["tests/**/*fuzz*.test.ts", "tests/engine/containers.test.ts", "tests/formats/office.test.ts"],
    env: { ATTUNE_FUZZ: process.env.ATTUNE_FUZZ ?? "10000" },
    testTimeout: 0,
    hookTimeout: 0,
  },
});
