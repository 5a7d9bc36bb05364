/** The unit and property tests. What needs a window is in e2e. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    setupFiles: ["tests/support/steady-threads.ts"],
    pool: "forks",
    testTimeout: 30_000,
  },
});
