import { defineConfig } from 'vitest/config'

export default defineConfig({
  define: { API_ORIGIN: '""', 'process.env.TARO_ENV': '"weapp"' },
  test: {
    name: 'miniapp',
    include: ['src/**/*.test.ts', 'harness/**/*.test.ts'],
    globalSetup: ['harness/build-before-tests.ts'],
    testTimeout: 20_000,
  },
})
