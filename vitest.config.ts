import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    update: 'none',
    testTimeout: 60_000,
  },
})
