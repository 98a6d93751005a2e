/** Say which version of the program this is: the one thing it reads from its own package. */
import {existsSync, readFileSync} from 'node:fs'

/** Version of the package, as in `package.json`. */
export const version: string = readVersion()

function readVersion(): string {
  // The built file stands one folder deeper than its source.
  const places = ['../package.json', '../../package.json'].map((path) => new URL(path, import.meta.url))
  const place = places.find((url) => existsSync(url))
  if (!place) throw new Error(`No package.json beside ${import.meta.url}`)
  return (JSON.parse(readFileSync(place, 'utf8')) as {version: string}).version
}
