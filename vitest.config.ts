import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      'miniapp/vitest.config.mts',
      { test: { name: 'shared', root: 'shared', include: ['src/**/*.test.ts'] } },
      {
        test: {
          name: 'functions',
          root: 'functions',
          include: ['{src,deploy,bench}/**/*.test.ts'],
          globalSetup: ['src/local/testing/global-setup.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
