import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{src,sandbox,test,bench,demo,tools}/**/*.test.ts"],
    globalSetup: ["test/global-setup.ts"],
    // Processes, not threads: a test may end its own children without touching another's.
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 15_000,
    hookTimeout: 60_000,
    // Only what failed has something to say.
    silent: "passed-only",
  },
});
