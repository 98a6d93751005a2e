/** Images that show nothing: counters of readers, stand-ins for a picture that a script would have brought. */
import type {Image} from 'mdast'

/** Hosts of counters; with a path where the host serves pictures too. A sub-domain is meant as well. */
const counters = [
  ...[String.raw`doubleclick\.net`, String.raw`google-analytics\.com`, String.raw`googletagmanager\.com`],
  ...[String.raw`google\.[a-z.]{2,6}\/(?:pagead|ads)\/`, String.raw`googleadservices\.com`],
  ...[String.raw`scorecardresearch\.com`, String.raw`quantserve\.com`, String.raw`chartbeat\.net`],
  ...[String.raw`pixel\.wp\.com`, String.raw`stats\.wordpress\.com`, String.raw`feeds\.wordpress\.com`],
  ...[
    String.raw`feedburner\.com\/~r`,
    String.raw`addthis\.com`,
    String.raw`statcounter\.com`,
    String.raw`histats\.com`,
  ],
  ...[String.raw`mc\.yandex\.(?:ru|com)`, String.raw`counter\.yadro\.ru`, String.raw`counter\.rambler\.ru`],
  ...[
    String.raw`top-fwz1\.mail\.ru`,
    String.raw`tns-counter\.ru`,
    String.raw`c\.bigmir\.net`,
    String.raw`hit\.gemius\.pl`,
  ],
  ...[String.raw`bat\.bing\.com`, String.raw`omtrdc\.net`, String.raw`2o7\.net`, String.raw`imrworldwide\.com`],
  ...[String.raw`xiti\.com`, String.raw`ioam\.de`, String.raw`met\.vgwort\.de`],
  ...[String.raw`facebook\.com\/tr`, String.raw`px\.ads\.linkedin\.com`, String.raw`ct\.pinterest\.com`],
  ...[String.raw`tr\.snapchat\.com`, String.raw`alb\.reddit\.com`, String.raw`t\.co\/i\/adsct`],
]
const counter = new RegExp(
  String.raw`^(?:https?:)?\/\/(?:[\w-]{1,63}\.){0,6}(?:${counters.join('|')})(?=[/:?]|$|(?<=\/))`,
  'i',
)
const standIn = /\/(?:pixel|blank|spacer|transparent|clear|1x1|tracking[-_]?pixel)\.(?:gif|png)(?:\?|$)/i
/** What leads to no picture: no address, one of the page itself, or a picture that was written into the page. */
const nothing = /^(?:\s*|#.*|(?:https?:)?\/\/(?::\d+)?\/?|(?:data|about|javascript|blob|cid):.*)$/is

/** Whether an image shows nothing. */
export function isDeadImage({url}: Pick<Image, 'url'>): boolean {
  return nothing.test(url) || counter.test(url) || standIn.test(url)
}

/** Files of the signs on buttons, by their names. */
const shareSign =
  /(?:^|[/_.-])(?:share|sharing|facebook|twitter|tweet|linkedin|pinterest|pin-?it|whatsapp|telegram|reddit|tumblr|e-?mail|envelope)(?:[_.-][\w.-]{0,60})?\.(?:svg|png|gif|jpe?g|webp)(?:\?|$)/i

/** Whether an image is the sign of a button to share, and no picture that a reader might share. */
export function isShareSign({url}: Pick<Image, 'url'>): boolean {
  return shareSign.test(url)
}
