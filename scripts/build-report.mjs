/** Bundle what a report runs in the browser into one classic script, and put its styles beside it: pages from disk load no modules. */
import {copyFileSync, mkdirSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {rolldown} from 'rolldown'

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url))
const assets = path('dist/src/report/assets')

mkdirSync(assets, {recursive: true})
for (const [input, output] of [
  ['main.ts', 'report.js'],
  ['served/served.ts', 'served.js'],
]) {
  const bundle = await rolldown({
    input: path(`src/report/client/${input}`),
    platform: 'browser',
    cwd: path(''),
    resolve: {extensionAlias: {'.js': ['.ts', '.js']}},
  })
  await bundle.write({file: `${assets}/${output}`, format: 'iife', minify: false, comments: false})
  await bundle.close()
}
copyFileSync(path('src/report/report.css'), `${assets}/report.css`)
