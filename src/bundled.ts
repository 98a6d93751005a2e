/** What is loaded from one file (`bundle.ts`): the two ways in, each of which loads what it needs and no more. */

export {setImporter} from './config/import-module.js'

type Program = typeof import('./cli/program.js')
type CleanTask = typeof import('./run/clean-task.js')

/** The command line. */
export const loadProgram = (): Promise<Program> => import('./cli/program.js')

/** What a worker does. */
export const loadCleanTask = (): Promise<CleanTask> => import('./run/clean-task.js')
