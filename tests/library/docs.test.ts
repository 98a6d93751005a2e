/**
 * Run the examples of the documents as a reader would: against the built package, type-checked by TypeScript, in Node.
 *
 * A block whose info string is a language and a file name becomes that file. TypeScript is type-checked. What has a block
 * `text <file> prints` is run and prints that; `…` stands for the rest of a line, and alone on a line for any lines. Every YAML file
 * is loaded as a configuration, and is right, or is refused as the block `text <file> says` says.
 */
import {execFile} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join, resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import {promisify} from 'node:util'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

const execute = promisify(execFile)
const root = resolve(import.meta.dirname, '../..')
const tsc = join(root, 'node_modules/typescript/bin/tsc')

interface Block {
  readonly language: string
  readonly file: string
  readonly role: 'file' | 'prints' | 'says'
  readonly content: string
}

function blocksOf(document: string): Block[] {
  const text = readFileSync(join(root, 'docs', document), 'utf8')
  return [...text.matchAll(/^```(\w+) (\S+)(?: (prints|says))?\n(.*?)^```$/gms)].map((match) => ({
    language: match[1]!,
    file: match[2]!,
    role: (match[3] as 'prints' | 'says' | undefined) ?? 'file',
    content: match[4]!,
  }))
}

/** Whether a text is what an expectation with dots says. */
function expectLike(actual: string, expected: string): void {
  const parts = expected.trimEnd().split('…')
  const pattern = parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('[^\\n]*')
  if (!new RegExp(`^${pattern}$`).test(actual.trimEnd())) expect(actual.trimEnd()).toBe(expected.trimEnd())
}

let folder = ''

beforeAll(async () => {
  // Below the project, so that the packages that ours needs are found.
  mkdirSync(join(root, 'node_modules/.cache'), {recursive: true})
  folder = mkdtempSync(join(root, 'node_modules/.cache/palimpsest-docs-'))
  const home = join(folder, 'node_modules/palimpsest')
  mkdirSync(home, {recursive: true})
  const {name, version, type} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, string>
  const exports = {'.': {types: './dist/src/index.d.ts', default: './dist/src/index.js'}}
  writeFileSync(join(home, 'package.json'), JSON.stringify({name, version, type, exports}))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({type: 'module'}))
  // Whether the sources have the right types is the question of another check.
  await execute(
    process.execPath,
    [
      tsc,
      '-p',
      root,
      '--outDir',
      join(home, 'dist'),
      '--tsBuildInfoFile',
      join(home, 'dist/.tsbuildinfo'),
      '--noEmitOnError',
      'false',
    ],
    {
      cwd: folder,
    },
  ).catch(() => undefined)
}, 120_000)

afterAll(() => rmSync(folder, {recursive: true, force: true}))

describe.each(['library.md', 'configuration.md', 'extending.md', 'names.md'])('docs/%s', (document) => {
  const blocks = blocksOf(document)
  const project = (): string => join(folder, document)

  beforeAll(() => {
    for (const {file, role, content} of blocks) {
      if (role !== 'file') continue
      mkdirSync(dirname(join(project(), file)), {recursive: true})
      writeFileSync(join(project(), file), content)
    }
  })

  test('every file that is said to print or say something is there', () => {
    const files = blocks.filter(({role}) => role === 'file').map(({file}) => file)
    expect(blocks.length).toBeGreaterThan(0)
    expect(new Set(files).size).toBe(files.length)
    for (const {file} of blocks) expect(files).toContain(file)
  })

  const programs = blocks.filter(({language}) => language === 'ts')

  test.runIf(programs.length > 0)('the examples have the right types', async () => {
    const {compilerOptions} = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8')) as {
      compilerOptions: Record<string, unknown>
    }
    const options = {...compilerOptions, declaration: false, sourceMap: false, isolatedDeclarations: false}
    writeFileSync(
      join(project(), 'tsconfig.json'),
      JSON.stringify({compilerOptions: {...options, rootDir: '.', outDir: '.'}, include: ['*.ts'], exclude: []}),
    )
    const {stdout} = await execute(process.execPath, [tsc, '-p', project(), '--pretty', 'false']).catch(
      (error: {stdout: string}) => error,
    )
    expect(stdout).toBe('')
  })

  test('every program is said to print something', () => {
    const printing = blocks.filter(({role}) => role === 'prints').map(({file}) => file)
    for (const {file} of programs) expect(printing).toContain(file)
  })

  for (const {file, content} of blocks.filter(({role}) => role === 'prints')) {
    test(`${file} prints what is said`, async () => {
      const {stdout} = await execute(process.execPath, [file.replace(/ts$/, 'js')], {cwd: project()})
      expectLike(stdout, content)
    })
  }

  for (const {file} of blocks.filter(({language, role}) => language === 'yaml' && role === 'file')) {
    const expectation = blocks.find((block) => block.file === file && block.role === 'says')
    test(`${file} is ${expectation ? 'refused as is said' : 'a configuration'}`, async () => {
      const library = pathToFileURL(join(folder, 'node_modules/palimpsest/dist/src/index.js')).href
      const program = `import {loadPipeline} from '${library}'
        await loadPipeline({cwd: '.', file: '${file}'}).catch(({message}) => console.log(message))`
      const {stdout} = await execute(process.execPath, ['--input-type=module', '-e', program], {cwd: project()})
      expectLike(stdout, expectation?.content ?? '')
    })
  }
})
