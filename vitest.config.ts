import {defineConfig} from 'vitest/config'

/** Tests that put something else in the place of a module, and so need modules of their own. */
const mocking = ['tests/cli/lock.test.ts']

const common = {
  setupFiles: ['tests/setup.ts'],
  // Far more than any takes; a busy machine is no fault of theirs.
  testTimeout: 180_000,
  // It is the built program that tests of the command line run, as Node loads it.
  server: {deps: {external: [/\/dist\/src\//]}},
}

// What is tested is what is shipped: the parser has another build for its own development, which asserts at every character.
process.env['NODE_ENV'] = 'production'

export default defineConfig({
  test: {
    // Tests of the command line run the built program, as a person does.
    globalSetup: ['tests/build.ts'],
    update: 'none',
    maxWorkers: '100%',
    projects: [
      {test: {...common, name: 'shared', include: ['tests/**/*.test.ts'], exclude: mocking, isolate: false}},
      {test: {...common, name: 'mocking', include: mocking}},
    ],
  },
})
