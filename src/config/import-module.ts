/**
 * Import a module of the user's own. It is the one import whose module is not known when the program is built; code that Node
 * did not load itself, as the bundle's, may import nothing, and is given one that may (`src/bundle.ts`).
 */

type Importer = (url: string) => Promise<unknown>

let importer: Importer = (url) => import(url)

/** Import modules of the user's own by another way. */
export function setImporter(given: Importer): void {
  importer = given
}

/** Import an ES module by its absolute URL. */
export const importModule = (url: string): Promise<{readonly default?: unknown}> =>
  importer(url) as Promise<{readonly default?: unknown}>
