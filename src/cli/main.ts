#!/usr/bin/env node
/** The command line: run the program in this process, and end with its exit code. */
import {loadBundled} from '../bundle.js'
import {describe} from '../run/system-errors.js'

// What reads our output may stop early (`palimpsest diff | head`): that is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  process.stderr.write(`palimpsest: Cannot write the output: ${describe(error)}\n`)
  process.exit(2)
})
// Nobody is left to be told.
process.stderr.on('error', () => {})
const {main} = await (await loadBundled()).loadProgram()
process.exitCode = await main(process.argv.slice(2))
