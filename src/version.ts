/** Say which version of the program this is: the one thing it reads from its own package. */
import {createRequire} from 'node:module'

const {version: own} = createRequire(import.meta.url)('palimpsest/package.json') as {version: string}

/** Version of the package, as in `package.json`. */
export const version: string = own
