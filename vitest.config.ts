import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Tests of the command line run the built program, as a person does.
    globalSetup: ['tests/build.ts'],
    setupFiles: ['tests/setup.ts'],
    update: 'none',
    testTimeout: 60_000,
  },
})
