/**
 * Write the program as one file, `dist/bundle/palimpsest.cjs`, with the code that V8 makes of it; `src/bundle.ts` says why and loads it. Does nothing where the bundle is of this build already.
 *
 *   node scripts/bundle.mjs        after `tsc`
 */
import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {MessageChannel} from 'node:worker_threads'
import {rolldown} from 'rolldown'
import {writeCodeCache} from '../dist/src/bundle.js'

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

if (Math.max(...built) > changedAt('dist/bundle/palimpsest.cache')) {
  // What V8 made of another bundle were taken for what it made of this one.
  rmSync(pathOf('dist/bundle'), {recursive: true, force: true})
  const bundle = await rolldown({
    input: pathOf('dist/src/bundled.js'),
    platform: 'node',
    // The pool hands its threads their data through a module of its own.
    external: ['piscina'],
    checks: {ineffectiveDynamicImport: false},
  })
  await bundle.write({file: pathOf('dist/bundle/palimpsest.cjs'), format: 'cjs', codeSplitting: false})
  await bundle.close()
  await writeCodeCache(workOnSamples)
}

/** Do what is done most: a run over the first corpus, and what its workers do, in this thread. */
async function workOnSamples({loadProgram, loadCleanTask}) {
  const out = mkdtempSync(join(tmpdir(), 'palimpsest-bundle-'))
  try {
    const {main} = await loadProgram()
    const code = await main(['run', pathOf('raw'), out, '--quiet'])
    if (code !== 0) throw new Error(`The bundle does not work: a run ended with ${code}`)
    const {makeCleaner} = await loadCleanTask()
    const clean = makeCleaner({config: {cwd: out}, only: [], skip: []})
    const texts = [page, ...readdirSync(pathOf('raw')).map((name) => readFileSync(pathOf(`raw/${name}`)))]
    for (const text of texts) {
      const begun = new MessageChannel().port1
      const atWork = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT))
      const {ok, message} = await clean({id: 'sample', path: 'sample', bytes: Buffer.from(text), begun, atWork})
      if (!ok) throw new Error(`The bundle does not work: ${message}`)
    }
  } finally {
    rmSync(out, {recursive: true})
  }
}
