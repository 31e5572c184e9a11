import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // The tests wait for the database and the browser more than they reckon: two at once even on two cores.
    maxWorkers: 2,
    projects: [
      'miniapp/vitest.config.mts',
      { test: { name: 'shared', root: 'shared', include: ['src/**/*.test.ts'] } },
      {
        test: {
          name: 'functions',
          root: 'functions',
          include: ['{src,deploy,bench}/**/*.test.ts'],
          globalSetup: ['src/local/testing/global-setup.ts'],
          // A file's world is a database of its own: files need no process of their own.
          isolate: false,
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
