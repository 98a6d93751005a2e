/** Give generated input a fixed seed where the tests are a gate: a gate must not fail by chance. Elsewhere each run explores. */
import fc from 'fast-check'

if (process.env['CI']) fc.configureGlobal({seed: 1})
