/** The page of a report, and the files that it loads beside its data. The page holds nothing of a scrape. */
import {existsSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {generatorMark} from './report-folder.js'

/**
 * What the page may do: run the scripts and styles of its own folder. No request leaves it, and no script that a scrape might bring in
 * would run, were there any way in.
 */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types palimpsest"

/** The same for a page that is served: it may speak to its server. */
export const servedPolicy: string = `${policy}; connect-src 'self'`

const pageWith = (allowed: string, script = ''): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${allowed}">
${generatorMark}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>Palimpsest report</title>
<link rel="stylesheet" href="report.css">
${script}<script src="report.js" defer></script>
</head>
<body>
<noscript><p class="notice">This report needs JavaScript: it reads its data from the files beside it. Nothing leaves your computer.</p></noscript>
</body>
</html>
`

/** The files of a report that are the same for every corpus, by their paths below it. */
export function fixedFiles(): Record<string, string> {
  return {'index.html': pageWith(policy), 'report.css': asset('report.css'), 'report.js': asset('report.js')}
}

/** What is otherwise where it is served: a page that lets it speak to its server, and the script that does. */
export function servedFiles(): Record<string, string> {
  return {
    'index.html': pageWith(servedPolicy, '<script src="served.js" defer></script>\n'),
    'served.js': asset('served.js'),
  }
}

/** Read a file that the build has made. It is found from the package: this module may run as source, built, or in a bundle. */
function asset(name: string): string {
  const root = dirname(createRequire(import.meta.url).resolve('palimpsest/package.json'))
  const path = join(root, 'dist/src/report/assets', name)
  if (!existsSync(path)) throw new Error(`No file ${path}; run \`npm run build\``)
  return readFileSync(path, 'utf8')
}
