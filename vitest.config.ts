import { defineConfig } from 'vitest/config'

/** Two projects: everything that runs in one process, and journeys through a real browser. */
export default defineConfig({
  test: {
    setupFiles: 'test/support/fail-on-console-error.ts',
    // Against hangs alone: random tests take as long as a shared machine lets them.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'threads',
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/journeys/**'],
          // One more than vitest takes of two cores: tests wait for the database as much as they work.
          maxWorkers: 2,
          // Named here and not above, where it would start a server for the root project as well.
          globalSetup: 'test/support/global-setup.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.{ts,tsx}'],
          globalSetup: 'test/support/global-setup.ts',
          // A process, unlike a thread, takes the browser with it when it ends.
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 600_000,
        },
      },
    ],
  },
})
