/**
 * Addresses that only lead on to another one which they name themselves: counters of clicks, warnings before one leaves
 * a site, wrappers of mail programs, copies that search engines serve.
 *
 * Not here: short addresses, which name nothing, and archives and translations, which an author meant.
 */
import {HostTable, type OfHosts} from './host-table.js'

/** An address that leads on: where it stands, and how it names the other. */
interface Redirector extends OfHosts {
  readonly path: RegExp
  /** Parameters that may hold the address, or a way to read it from path and query; without either the query is it. */
  readonly from?: readonly string[] | ((path: RegExpExecArray, query: string) => string | undefined)
}

export const redirectors: readonly Redirector[] = [
  // Social networks and messengers
  {
    hosts: ['facebook.com', 'instagram.com', 'messenger.com', 'threads.net', 'threads.com', 'workplace.com'],
    path: /^\/(?:l\.php|linkshim\/|flx\/warn\/?)$/,
    from: ['u'],
  },
  {
    hosts: [
      'l.facebook.com',
      'lm.facebook.com',
      'l.instagram.com',
      'l.threads.net',
      'l.threads.com',
      'l.messenger.com',
    ],
    path: /^\/?$/,
    from: ['u'],
  },
  {hosts: ['l.wl.co'], path: /^\/l$/, from: ['u']},
  {hosts: ['out.reddit.com'], path: /^\//, from: ['url']},
  {hosts: ['t.umblr.com'], path: /^\/redirect$/, from: ['z']},
  {hosts: ['vk.com', 'vk.ru', 'vkontakte.ru'], path: /^\/away(?:\.php)?$/, from: ['to']},
  {hosts: ['ok.ru', 'odnoklassniki.ru'], path: /^\/dk$/, from: ['st.link']},
  {hosts: ['youtube.com'], path: /^\/redirect$/, from: ['q']},
  {hosts: ['linkedin.com'], path: /^\/(?:redir\/(?:redirect|general-malware-page)|safety\/go)\/?$/, from: ['url']},
  {hosts: ['pinterest.*'], path: /^\/offsite\/?$/, from: ['url']},
  {hosts: ['medium.com'], path: /^\/r\/?$/, from: ['url']},
  {hosts: ['quora.com'], path: /^\/_\/redirect$/, from: ['url']},
  {hosts: ['t.me'], path: /^\/iv$/, from: ['url']},
  {hosts: ['deviantart.com'], path: /^\/users\/outgoing$/},
  {hosts: ['steamcommunity.com'], path: /^\/linkfilter\/?$/, from: ['url', 'u']},
  {hosts: ['slack-redir.net'], path: /^\/link$/, from: ['url']},
  {hosts: ['exit.sc', 'gate.sc'], path: /^\/?$/, from: ['url']},
  {hosts: ['getpocket.com'], path: /^\/redirect$/, from: ['url']},
  // The address carries the digest of a comment behind it.
  {
    hosts: ['disq.us'],
    path: /^\/url$/,
    from: (_, query) => parameter(query, 'url')?.replace(/(?::|%3a)[\w-]{27}$/i, ''),
  },
  {hosts: ['weibo.cn', 'weibo.com'], path: /^\/sinaurl$/, from: ['u', 'toasturl']},
  {hosts: ['link.zhihu.com', 'link.juejin.cn', 'link.juejin.im', 'link.csdn.net'], path: /^\/?$/, from: ['target']},
  {hosts: ['jianshu.com'], path: /^\/go-wild$/, from: ['url']},
  {hosts: ['douban.com'], path: /^\/link2\/?$/, from: ['url']},
  {hosts: ['gitee.com'], path: /^\/link$/, from: ['target']},
  // Those that hide where somebody comes from
  {
    hosts: ['href.li', 'anonym.to', 'nullrefer.com', 'dereferer.me', 'anon.to', 'hidereferrer.com'],
    path: /^\/?$/,
  },
  // Search engines, and the pages that they serve as their own
  {hosts: ['google.*', 'plus.url.google.com'], path: /^\/url$/, from: ['q', 'url']},
  {hosts: ['scholar.google.com'], path: /^\/scholar_url$/, from: ['url']},
  {hosts: ['consent.google.com', 'consent.youtube.com'], path: /^\/(?:m|ml)?$/, from: ['continue']},
  {hosts: ['duckduckgo.com'], path: /^\/l\/$/, from: ['uddg']},
  {hosts: ['r.search.yahoo.com'], path: /\/RU=(https?%3a[^/]+)\//i, from: ([, address]) => address},
  {hosts: ['google.*'], path: /^\/amp\/(s\/)?([\w-]+(?:\.[\w-]+)+\/.*)$/s, from: wrapped},
  {hosts: ['cdn.ampproject.org'], path: /^\/[cv]\/(s\/)?([\w-]+(?:\.[\w-]+)+\/.*)$/s, from: wrapped},
  {hosts: ['yandex.*'], path: /^\/turbo\/(s\/)([\w-]+(?:\.[\w-]+)+\/.*)$/s, from: wrapped},
  {hosts: ['yandex.*'], path: /^\/turbo$/, from: ['text']},
  {
    hosts: ['yandex.*', 'turbopages.org'],
    path: /^\/(?:turbo\/)?([\w-]+(?:\.[\w-]+)+)\/s(\/.*)?$/s,
    from: ([, host = '', path = '/'], query) => `https://${host}${path}${asQuery(query)}`,
  },
  // The cache was closed in 2024; the address in it need not be.
  {
    hosts: ['webcache.googleusercontent.com'],
    path: /^\/search$/,
    from: (_, query) => {
      const [, address] =
        /^cache(?::|%3a)(?:[\w-]{12}(?::|%3a))?(https?(?::|%3a)[^+&]+)/i.exec(parameter(query, 'q') ?? '') ?? []
      return address
    },
  },
  // Mail programs
  {hosts: ['safelinks.protection.outlook.com'], path: /^\/?(?:ap\/.*)?$/, from: ['url']},
  {hosts: ['urldefense.proofpoint.com'], path: /^\/v1\/url$/, from: ['u']},
  {
    hosts: ['urldefense.proofpoint.com', 'urldefense.com'],
    path: /^\/v2\/url$/,
    from: (_, query) => parameter(query, 'u')?.replaceAll('-', '%').replaceAll('_', '/'),
  },
  // An asterisk stands for letters that are kept elsewhere.
  {
    hosts: ['urldefense.com'],
    path: /^\/v3\/__(https?:\/{1,2}[^*]+?)__;/i,
    from: ([, address = ''], query) => (query === '' ? address.replace(/^(https?:)\/+/i, '$1//') : undefined),
  },
  {hosts: ['linkprotect.cudasvc.com'], path: /^\/url$/, from: ['a']},
  {hosts: ['secure-web.cisco.com'], path: /^\/[^/]+\/(https?%3a.+)$/i, from: ([, address]) => address},
  {hosts: ['click.redditmail.com'], path: /^\/CL0\/(https?:%2f%2f[^/]+)\/.*$/i, from: ([, address]) => address},
  // Shops that pay for the way to them
  {hosts: ['go.redirectingat.com', 'go.skimresources.com'], path: /^\/?$/, from: ['url']},
  {hosts: ['redirect.viglink.com'], path: /^\/?$/, from: ['u']},
  {hosts: ['pxf.io', 'sjv.io', '7eer.net', 'evyy.net', 'ojrq.net'], path: /^\/c\/\d+\/\d+\/\d+$/, from: ['u']},
  {hosts: ['click.linksynergy.com'], path: /^\/(?:deeplink|link|fs-bin\/click)$/, from: ['murl', 'RD_PARM1']},
  {hosts: ['awin1.com'], path: /^\/(?:cread|awclick)\.php$/, from: ['ued', 'p']},
  {hosts: ['shareasale.com'], path: /^\/r\.cfm$/i, from: ['urllink']},
  {
    hosts: ['anrdoezrs.net', 'dpbolvw.net', 'jdoqocy.com', 'kqzyfj.com', 'tkqlhce.com'],
    path: /^\/click-\d+-\d+$/,
    from: ['url'],
  },
  {hosts: ['prf.hn'], path: /^\/click\/.*\bdestination:(https?%3a[^/]+)/i, from: ([, address]) => address},
  {hosts: ['digidip.net'], path: /^\/visit$/, from: ['url']},
  {hosts: ['rover.ebay.com'], path: /^\/rover\//, from: ['mpre']},
  {hosts: ['shop-links.co'], path: /^\/link\/?$/, from: ['url']},
  {hosts: ['googleadservices.com', 'doubleclick.net'], path: /^\/(?:pagead\/)?(?:aclk|pcs\/click)$/, from: ['adurl']},
]

const table = new HostTable(redirectors)
const web = /^(https?:)\/\/([^/?#\\]+)([^?#]*)(\?[^#]*)?(#.*)?$/is

/** Redirectors that lead to redirectors are followed so far. */
const longestWay = 3

/**
 * Follow redirectors to the address they lead to, as far as they say it themselves.
 *
 * Letters that were percent-encoded once stay encoded; only the ASCII that the redirector encoded comes back.
 */
export function unwrapRedirector(address: string): string {
  let current = address
  for (let count = 0; count < longestWay; count++) {
    const next = target(current)
    if (next === undefined) break
    current = next
  }
  return current
}

function target(address: string): string | undefined {
  const parts = web.exec(address)
  if (!parts) return undefined
  const [, , host = '', path = '', question = '', fragment = ''] = parts
  const query = question.slice(1)
  for (const redirector of table.of(host.toLowerCase())) {
    const found = redirector.path.exec(path)
    if (!found) continue
    const {from} = redirector
    const isParameter = typeof from === 'object'
    const named =
      from === undefined
        ? [query + fragment]
        : typeof from === 'function'
          ? [from(found, query)]
          : from.map((name) => parameter(query, name))
    for (const value of named) {
      const next = value === undefined ? undefined : checked(value, isParameter)
      if (next !== undefined) return next
    }
  }
  return undefined
}

/** The value of a parameter, as it is written. */
function parameter(query: string, name: string): string | undefined {
  const found = query.split(/&amp;|&/).find((item) => item.startsWith(`${name}=`))
  return found?.slice(name.length + 1)
}

/** Host and path of a page that another host serves; `s/` before it stands for https. */
function wrapped([, secure, rest = '']: RegExpExecArray, query: string): string {
  const own = query
    .split(/(?:&amp;|&)/)
    .filter(
      (item) => item !== '' && !/^(?:amp_js_v|amp_gsa|amp_ct|amp_tf|amp_r|usqp|aoh|referrer|ampshare)=/.test(item),
    )
  return `${secure === undefined ? 'http' : 'https'}://${rest}${asQuery(own.join('&'))}`
}

function asQuery(query: string): string {
  return query === '' ? '' : `?${query}`
}

/** @param isParameter whether it is the value of a parameter, which is encoded once however it begins. */
function checked(value: string, isParameter: boolean): string | undefined {
  const decoded =
    isParameter || /^https?(?:%3a|:%2f)/i.test(value)
      ? value.replace(/%([2-7][\da-f])/gi, (sequence, code: string) => {
          const character = String.fromCharCode(Number.parseInt(code, 16))
          // What would end or break a link stays encoded.
          return /[\s<>"'()\\[\]`{}|^]/.test(character) ? sequence : character
        })
      : value
  return /^https?:\/\/[^\s<>"\\/?#]+\.[^\s<>"\\]+$/i.test(decoded) ? decoded : undefined
}
