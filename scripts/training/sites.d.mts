/** Which site a page of a labelled set is of, and the fold of cross-validation that a site belongs to. */

/** Number of folds. */
export const folds: number

/** The fold of a site, from 0. */
export function foldOf(site: string): number

/** @param gold what is known of each page of the set, by id. */
export function makeSiteOf(
  folder: string,
  set: string,
  gold: Readonly<Record<string, {readonly url?: string}>>,
): (id: string) => string
