/**
 * Write what a worker does as one file, `dist/bundle/clean-task.cjs`, with the code that V8 makes of it; `src/run/bundle.ts` says
 * why and loads it. Does nothing where the bundle is of this build already.
 *
 *   node scripts/bundle.mjs        after `tsc`
 */
import {readdirSync, readFileSync, statSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {MessageChannel} from 'node:worker_threads'
import {rolldown} from 'rolldown'
import {writeCodeCache} from '../dist/src/run/bundle.js'

const pathOf = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const changedAt = (path) => statSync(pathOf(path), {throwIfNoEntry: false})?.mtimeMs ?? 0
/** A page with what most pages have. */
const page = `<!doctype html><html lang="en"><head><title>A sample | The Site</title><meta property="og:title" content="A sample"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav><main><article><h1>A sample</h1>
<p class="byline">By Ann Smith, 3 May 2020</p><p>The first paragraph of a page that is long enough to be prose, with <a href="/x">a link</a>,
<b>bold</b> and <i>slanted</i> words &amp; signs.</p><ul><li>One</li><li>Two</li></ul><table><tr><th>a</th><td>1</td></tr></table>
<blockquote><p>Quoted words.</p></blockquote><figure><img src="a.jpg" alt="A picture"><figcaption>A caption</figcaption></figure>
<p>The last paragraph, in Shusha, of a page which says no more than that.</p></article></main><div class="share"><a href="#">Share on Facebook</a></div>
<footer><p>Copyright 2020. All rights reserved.</p></footer></body></html>`

const built = ['dist/.tsbuildinfo', 'node_modules/.package-lock.json', 'scripts/bundle.mjs'].map(changedAt)

if (Math.max(...built) > changedAt('dist/bundle/clean-task.cache')) {
  const bundle = await rolldown({
    input: pathOf('dist/src/run/clean-task.js'),
    platform: 'node',
    checks: {ineffectiveDynamicImport: false},
  })
  await bundle.write({file: pathOf('dist/bundle/clean-task.cjs'), format: 'cjs', codeSplitting: false})
  await bundle.close()
  await writeCodeCache(cleanSamples)
}

/** Clean what is there to try the program on: what is needed for that, most documents need. */
async function cleanSamples({makeCleaner}) {
  const samples = [...readdirSync(pathOf('raw')).map((name) => `raw/${name}`), 'README.md']
  const texts = [...samples.map((name) => readFileSync(pathOf(name))), Buffer.from(page)]
  const clean = makeCleaner({config: {cwd: pathOf('dist')}, only: [], skip: []})
  for (const bytes of texts) {
    const begun = new MessageChannel().port1
    const atWork = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT))
    const {ok, message} = await clean({id: 'sample', path: 'sample', bytes, begun, atWork})
    if (!ok) throw new Error(message)
  }
}
