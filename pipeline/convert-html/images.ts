/** Find the address under which an image is shown, past the placeholders of lazy loading. */
import type {PageNode} from './page-node.js'

/** Attributes that hold the address of the image, the better ones first. */
const lazySources = [
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-lazy',
  'data-original-src',
  'data-full-src',
  'data-hi-res-src',
  'data-image',
  'data-url',
  'data-echo',
]
const sourceSets = ['data-srcset', 'data-lazy-srcset', 'srcset']

const placeholder =
  /(?:^|[/_-])(?:blank|spacer|placeholder|pixel|transparent|loading|lazy|1x1|grey|clear)[^/]*\.(?:gif|png|svg|jpe?g|webp)(?:[?#].*)?$/i

/** An address that ends as those of images do, under whatever name a script looks for it. */
const imageFile = /^[^\s{}]+\.(?:jpe?g|png|gif|webp|avif)(?:[?#]\S*)?$/i

/** The address of an image; empty for none. */
export function imageSource(image: PageNode): string {
  const source =
    image
      .attribute('src')
      ?.replace(/[\t\n\r]/g, '')
      .trim() ?? ''
  const isReal = isAddress(source) && !placeholder.test(source)
  if (isReal) return source
  for (const name of lazySources) {
    const value = image.attribute(name)?.trim()
    if (value && isAddress(value)) return value
  }
  for (const {name, value} of image.attributes) {
    if (name.startsWith('data-') && imageFile.test(value) && isAddress(value) && !placeholder.test(value)) return value
  }
  for (const name of sourceSets) {
    const value = largestOf(image.attribute(name))
    if (value) return value
  }
  if (image.parent?.tag === 'picture') {
    for (let node = image.parent.first; node; node = node.next) {
      if (node.tag !== 'source') continue
      const value = largestOf(node.attribute('srcset') ?? node.attribute('data-srcset'))
      if (value) return value
    }
  }
  return isAddress(source) ? source : ''
}

/** Tell whether an image is no picture for a reader: a counting pixel or a spacer. */
export function isPixel(image: PageNode): boolean {
  // Of an image that fills its place the sizes are but a ratio.
  if (/^(?:responsive|intrinsic|fill)$/.test(image.attribute('layout') ?? '')) return false
  const width = image.attribute('width')?.trim()
  const height = image.attribute('height')?.trim()
  const isTiny = (size: string | undefined): boolean => size === '0' || size === '1' || size === '0px' || size === '1px'
  return isTiny(width) && isTiny(height)
}

function isAddress(value: string): boolean {
  return value !== '' && value !== '#' && !/^(?:data|blob|about|javascript):/i.test(value)
}

/** The candidate of a `srcset` with the largest descriptor. */
function largestOf(set: string | undefined): string {
  if (!set) return ''
  let best = ''
  let bestSize = -1
  // A comma inside an address is never followed by a space.
  for (const candidate of set.trim().split(/,\s+|,(?=https?:|\/)/)) {
    const [address = '', descriptor = ''] = candidate.trim().split(/\s+/)
    const size = Number.parseFloat(descriptor) || 0
    if (size > bestSize && isAddress(address)) {
      best = address
      bestSize = size
    }
  }
  return best
}
