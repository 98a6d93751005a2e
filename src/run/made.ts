/** What a run has made, in as little memory as it takes to tell what stands in the output beside it. */
import type {ManifestEntry} from '../provenance/model.js'
import {cleanPath, type OutputName, provenancePath} from '../provenance/outputs.js'
import {PathSet} from './path-set.js'

export type RawState = 'done' | 'failed' | 'unselected'

export class Made {
  readonly #expected = new PathSet()
  readonly #folded = new PathSet()
  readonly #failed = new PathSet()
  readonly #documents = new PathSet()
  readonly #raws: Readonly<Record<RawState, PathSet>> = {
    done: new PathSet(),
    failed: new PathSet(),
    unselected: new PathSet(),
  }

  /** Note the files of a document that came out, or that the last run left and this one keeps. */
  expect({id, clean, provenance}: Pick<ManifestEntry, 'id' | 'clean' | 'provenance'>): void {
    this.#documents.add(id)
    for (const {path} of [clean, provenance]) {
      this.#expected.add(path)
      this.#folded.add(foldPath(path))
    }
  }

  /** Note a document that failed: what an earlier run made of it stays. */
  fail(name: OutputName): void {
    this.#failed.add(cleanPath(name))
    this.#failed.add(provenancePath(name))
  }

  /** Note what became of a raw; of one in which anything failed it is that. */
  note(path: string, state: RawState): void {
    this.#raws[state].add(path)
  }

  /** Whether a document came out, wherever its results stand. */
  has(id: string): boolean {
    return this.#documents.has(id)
  }

  /** Whether a file is one of this run's. */
  isExpected(path: string): boolean {
    return this.#expected.has(path)
  }

  /** Whether a file is one of this run's, or is called the same but for letter case and composition. */
  isExpectedFolded(path: string): boolean {
    return this.#folded.has(foldPath(path))
  }

  /** Whether a file would be that of a document that failed. */
  isFailed(path: string): boolean {
    return this.#failed.has(path)
  }

  /** What became of a raw, or of a folder that cannot be read; undefined for one that is not there. */
  stateOf(path: string): RawState | undefined {
    return (['failed', 'done', 'unselected'] as const).find((state) => this.#raws[state].has(path))
  }
}

/** Fold what file systems may take for the same name: letter case and Unicode composition. */
export function foldPath(path: string): string {
  return path.normalize('NFC').toLowerCase()
}
