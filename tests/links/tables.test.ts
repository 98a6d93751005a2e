/** Every line of the tables of addresses has a case here; a line without one fails. */
import {describe, expect, test} from 'vitest'
import {dropTracking} from '../../pipeline/repair-links/addresses.js'
import {redirectors, unwrapRedirector} from '../../pipeline/repair-links/redirectors.js'
import {isShareForm, shareForms} from '../../pipeline/repair-links/share-forms.js'
import {anywhere, hostParameters} from '../../pipeline/repair-links/tracking-parameters.js'

const target = 'https://e.org/a?b=1'
const encoded = encodeURIComponent(target)

/** Whether a host is one of a table, or a sub-domain of it. */
const isOf = (host: string, hosts: readonly string[]): boolean =>
  hosts.some((item) => {
    const [name, isAny] = item.endsWith('.*') ? [item.slice(0, -2), true] : [item, false]
    return isAny ? new RegExp(`(?:^|\\.)${name}\\.[a-z.]+$`).test(host) : host === item || host.endsWith(`.${item}`)
  })

const partsOf = (address: string): {host: string; path: string; query: string} => {
  const [, host = '', path = '', query = ''] = /^https?:\/\/([^/?#]+)([^?#]*)\??([^#]*)/.exec(address) ?? []
  return {host, path, query}
}

const redirected: readonly [address: string, expected?: string][] = [
  [`https://l.facebook.com/l.php?u=${encoded}&h=AT0`],
  [`https://m.facebook.com/flx/warn/?u=${encoded}`],
  [`https://l.instagram.com/?u=${encoded}&e=x`],
  [`https://l.wl.co/l?u=${encoded}`],
  [`https://out.reddit.com/t3_x?url=${encoded}&token=y`],
  [`https://t.umblr.com/redirect?z=${encoded}&t=y`],
  [`https://vk.com/away.php?to=${encoded}&cc_key=`],
  [`https://ok.ru/dk?cmd=logExternal&st.cmd=logExternal&st.link=${encoded}`],
  [`https://www.youtube.com/redirect?event=video_description&q=${encoded}`],
  [`https://www.linkedin.com/safety/go?url=${encoded}&trk=x`],
  [`https://www.pinterest.co.uk/offsite/?token=1&url=${encoded}`],
  [`https://medium.com/r/?url=${encoded}`],
  [`https://www.quora.com/_/redirect?sig=1&url=${encoded}`],
  [`https://t.me/iv?url=${encoded}&rhash=1`],
  [`https://www.deviantart.com/users/outgoing?${target}`],
  [`https://steamcommunity.com/linkfilter/?u=${encoded}`],
  [`https://slack-redir.net/link?url=${encoded}`],
  [`https://gate.sc/?url=${encoded}&token=1`],
  [`https://getpocket.com/redirect?url=${encoded}&h=1`],
  [`https://disq.us/url?url=${encodeURIComponent(`${target}:abcdefghijklmnopqrstuvwxyz_`)}&cuid=1`],
  [`https://weibo.cn/sinaurl?u=${encoded}`],
  [`https://link.zhihu.com/?target=${encoded}`],
  [`https://www.jianshu.com/go-wild?ac=2&url=${encoded}`],
  [`https://www.douban.com/link2/?url=${encoded}`],
  [`https://gitee.com/link?target=${encoded}`],
  [`https://href.li/?${target}`],
  [`https://www.google.co.uk/url?sa=t&url=${encoded}&usg=x`],
  [`https://scholar.google.com/scholar_url?url=${encoded}&hl=en`],
  [`https://consent.youtube.com/m?continue=${encoded}&gl=DE`],
  [`https://duckduckgo.com/l/?uddg=${encoded}&rut=x`],
  [`https://r.search.yahoo.com/_ylt=A/RV=2/RE=1/RO=10/RU=${encoded}/RK=2/RS=x`],
  ['https://www.google.com/amp/s/www.e.org/a/amp/%3fb=1', 'https://www.e.org/a/amp/%3fb=1'],
  ['https://www.google.com/amp/www.e.org/a', 'http://www.e.org/a'],
  ['https://www-e-org.cdn.ampproject.org/c/s/www.e.org/a?b=1&amp_js_v=0.1', 'https://www.e.org/a?b=1'],
  ['https://cdn.ampproject.org/v/s/www.e.org/a/?usqp=mq331A', 'https://www.e.org/a/'],
  ['https://yandex.ru/turbo/s/e.org/a', 'https://e.org/a'],
  [`https://yandex.ru/turbo?text=${encoded}`],
  ['https://yandex.ru/turbo/e.org/s/a?b=1', target],
  ['https://e-org.turbopages.org/e.org/s/a?b=1', target],
  ['https://webcache.googleusercontent.com/search?q=cache:AbCdEf123_-x:https://e.org/a+rivers&cd=1', 'https://e.org/a'],
  [`https://eur01.safelinks.protection.outlook.com/?url=${encoded}&data=x`],
  [`https://urldefense.proofpoint.com/v1/url?u=${encoded}&k=x`],
  ['https://urldefense.proofpoint.com/v2/url?u=https-3A__e.org_a-3Fb-3D1&d=x', target],
  ['https://urldefense.com/v3/__https://e.org/a__;!!Nx', 'https://e.org/a'],
  [`https://linkprotect.cudasvc.com/url?a=${encoded}&c=E`],
  [`https://secure-web.cisco.com/1AbC/${encoded}`],
  ['https://click.redditmail.com/CL0/https:%2F%2Fe.org%2Fa%3Fb=1/1/0100/x', target],
  [`https://go.skimresources.com/?id=1&url=${encoded}`],
  [`https://go.redirectingat.com?id=1&url=${encoded}`],
  [`https://redirect.viglink.com/?key=1&u=${encoded}`],
  [`https://shop.pxf.io/c/12/34/56?u=${encoded}`],
  [`https://click.linksynergy.com/deeplink?id=1&murl=${encoded}`],
  [`https://www.awin1.com/cread.php?awinmid=1&ued=${encoded}`],
  [`https://www.shareasale.com/r.cfm?b=1&urllink=${encoded}`],
  [`https://www.anrdoezrs.net/click-1-2?url=${encoded}`],
  [`https://prf.hn/click/camref:1/destination:${encoded}`],
  [`https://shop.digidip.net/visit?url=${encoded}`],
  [`https://rover.ebay.com/rover/1/711/0?mpre=${encoded}`],
  [`https://shop-links.co/link/?url=${encoded}`],
  [`https://www.googleadservices.com/pagead/aclk?sa=L&adurl=${encoded}`],
]

describe('redirectors', () => {
  test.each(redirected)('%s', (address, expected = target) => expect(unwrapRedirector(address)).toBe(expected))

  test('each has a case', () => {
    const without = redirectors.filter(
      ({hosts, path}) =>
        !redirected.some(([address]) => isOf(partsOf(address).host, hosts) && path.test(partsOf(address).path)),
    )
    expect(without).toEqual([])
  })

  test.each([
    'https://e.org/amp/',
    'https://amp.e.org/a',
    'https://m.e.org/a',
    'https://www.google.com/amp/spec.html',
    'https://translate.google.com/translate?sl=ru&u=https://e.org/a',
    'https://www-e-org.translate.goog/a?_x_tr_sl=ru',
    'https://web.archive.org/web/2020/https://e.org/a',
    'https://t.co/AbC',
    'https://www.facebook.com/e.org',
    'https://ok.ru/profile/1?st.link=x',
    'https://urldefense.com/v3/__https://e.org/*a__;Iw!!Nx',
    'https://notgoogle.com/url?q=https://e.org/a',
    'https://google.evil.example/url?q=https://e.org/a',
    'https://www.google.com/url?q=e.org',
  ])('leave %s', (address) => expect(unwrapRedirector(address)).toBe(address))

  test('that lead to each other are followed to an end', () => {
    const own = 'https://href.li/?'
    expect(unwrapRedirector(own.repeat(3) + target)).toBe(target)
    expect(unwrapRedirector(own.repeat(9) + target)).toBe(own.repeat(6) + target)
  })
})

const tracked: readonly [host: string, ...names: string[]][] = [
  ['e.org', 'utm_source', 'utm-medium', 'UTM_Campaign', 'gclid', 'srsltid', '_gl', 'fbclid', 'mibextid', 'igsh'],
  [
    'e.org',
    'twclid',
    'msclkid',
    'ysclid',
    'dicbo',
    'mc_cid',
    'hsCtaTracking',
    '_kx',
    'elqTrackId',
    'hsa_acc',
    's_kwcid',
  ],
  ['e.org', '_branch_match_id', 'pk_campaign', 'matomo_kwd', 'xtor', 'wt_zmc', 'at_medium', 'itm_source', 'lmd_medium'],
  ['e.org', 'spm_id_from'],
  ['www.youtube.com', 'feature', 'si', 'pp', 'ab_channel', 'embeds_referring_euri'],
  ['x.com', 's', 't', 'ref_src'],
  ['www.facebook.com', '__tn__', '__cft__[0]', '__cft__%5B0%5D', 'rdid'],
  ['www.instagram.com', 'ig_rid'],
  ['www.threads.net', 'xmt'],
  ['www.tiktok.com', '_r', 'is_from_webapp'],
  ['am.linkedin.com', 'trk', 'lipi'],
  ['old.reddit.com', 'share_id'],
  ['open.spotify.com', 'si'],
  ['podcasts.apple.com', 'itscg'],
  ['medium.com', 'source'],
  ['a.substack.com', 'r'],
  ['www.bilibili.com', 'vd_source'],
  ['www.aliexpress.com', 'spm', 'algo_pvid'],
  ['www.google.de', 'ved', 'ei', 'sxsrf'],
  ['www.msn.com', 'ocid', 'cvid'],
  ['www.amazon.co.uk', 'tag', 'linkCode', 'ref_', 'ref', 'pd_rd_w', 'qid'],
  ['www.ebay.com', 'mkcid', '_trkparms'],
  ['www.nytimes.com', 'smid', 'module', 'pgtype'],
  ['www.washingtonpost.com', 'itid', 'tid'],
  ['www.wsj.com', 'mod'],
  ['www.bloomberg.com', 'cmpid', 'sref'],
  ['www.reuters.com', 'feedType', 'taid'],
  ['www.economist.com', 'fsrc'],
  ['www.forbes.com', 'sh'],
  ['edition.cnn.com', 'hpt'],
  ['www.foxnews.com', 'intcmp'],
  ['techcrunch.com', 'ncid'],
  ['time.com', 'xid'],
  ['www.wired.com', 'mbid'],
  ['www.zdnet.com', 'ftag'],
  ['www.redhat.com', 'sc_cid'],
  ['www.theguardian.com', 'CMP'],
  ['www.bbc.co.uk', 'at_team', 'ns_mchannel', 'intlink_ts'],
  ['www.telegraph.co.uk', 'ICID'],
  ['www.dailymail.co.uk', 'ito'],
  ['www.aljazeera.com', 'traffic_source'],
  ['www.dw.com', 'maca'],
  ['www.spiegel.de', 'sara_ref'],
  ['www.welt.de', 'wtrid'],
  ['www.faz.net', 'GEPC'],
  ['elpais.com', 'ssm'],
]

describe('parameters that track', () => {
  test.each(tracked)('on %s', (host, ...names) => {
    for (const name of names) expect(dropTracking(`https://${host}/a?p=1&${name}=x`)).toBe(`https://${host}/a?p=1`)
  })

  test('each line has a case', () => {
    const names = tracked.filter(([host]) => host === 'e.org').flatMap(([, ...items]) => items)
    expect(anywhere.filter((line) => !names.some((name) => line.test(name.toLowerCase())))).toEqual([])
    const ofHosts = hostParameters.filter(
      (entry) =>
        !tracked.some(([host, ...items]) => isOf(host, entry.hosts) && items.some((name) => entry.names.test(name))),
    )
    expect(ofHosts).toEqual([])
  })

  // Each is a key to what the page shows, or to the page at all.
  test.each([
    'https://e.org/a?s=1&t=2&ref=b&tag=c&source=d&r=e&si=f&mod=g',
    'https://www.nytimes.com/a?unlocked_article_code=1',
    'https://medium.com/a?sk=1',
    'https://www.amazon.com/dp/A?th=1&psc=1&language=en_US',
    'https://www.amazon.com/s?k=rivers',
    'https://www.google.com/search?q=rivers&tbm=nws',
    'https://e.org/#t=1&utm=2',
  ])('none in %s', (address) => expect(dropTracking(address)).toBe(address))

  test.each([
    'https://web.archive.org/web/20200102030405/https://e.org/a?utm_source=b',
    'https://archive.ph/o/Ab1/https://e.org/a?utm_source=b',
  ])('stay in the address of a snapshot: %s', (address) => expect(dropTracking(address)).toBe(address))
})

const shared: readonly string[] = [
  'https://twitter.com/intent/tweet?text=a&url=https://e.org',
  'https://x.com/home?status=a',
  'https://www.facebook.com/sharer/sharer.php?u=https://e.org',
  'https://www.linkedin.com/shareArticle?mini=true&url=https://e.org',
  'https://pinterest.com/pin/create/button/?url=https://e.org',
  'https://www.reddit.com/submit?url=https://e.org',
  'https://t.me/share/url?url=https://e.org',
  'https://api.whatsapp.com/send?text=https://e.org',
  'https://wa.me/?text=https://e.org',
  'https://vk.com/share.php?url=https://e.org',
  'https://connect.ok.ru/offer?url=https://e.org',
  'https://ok.ru/dk?st.cmd=addShare&st.s=1',
  'https://connect.mail.ru/share?url=https://e.org',
  'https://plus.google.com/share?url=https://e.org',
  'https://www.tumblr.com/widgets/share/tool?canonicalUrl=https://e.org',
  'https://getpocket.com/save?url=https://e.org',
  'https://www.instapaper.com/hello2?url=https://e.org',
  'https://news.ycombinator.com/submitlink?u=https://e.org',
  'https://buffer.com/add?url=https://e.org',
  'https://share.flipboard.com/bookmarklet/popout?url=https://e.org',
  'https://social-plugins.line.me/lineit/share?url=https://e.org',
  'https://line.me/R/msg/text/?a',
  'https://service.weibo.com/share/share.php?url=https://e.org',
  'https://b.hatena.ne.jp/add?mode=confirm&url=https://e.org',
  'https://www.threads.net/intent/post?text=a',
  'https://bsky.app/intent/compose?text=a',
  'https://www.xing.com/spi/shares/new?url=https://e.org',
  'https://www.livejournal.com/update.bml?subject=a',
  'https://www.addtoany.com/share#url=https://e.org',
  'https://digg.com/submit?url=https://e.org',
  'https://www.printfriendly.com/print?url=https://e.org',
  'https://mail.google.com/mail/?view=cm&su=a',
  'mailto:?subject=a&body=https://e.org',
  'sms:?&body=a',
  'whatsapp://send?text=a',
  'viber://forward?text=a',
  'tg://msg_url?url=https://e.org',
]

describe('forms to share', () => {
  test.each(shared)('%s', (address) => expect(isShareForm(address)).toBe(true))

  test('each has a case', () => {
    const without = shareForms.filter(
      (form) =>
        !shared.some((address) => {
          const {host, path, query} = partsOf(address)
          return isOf(host, form.hosts) && form.path.test(path) && (form.query?.test(query) ?? true)
        }),
    )
    expect(without).toEqual([])
  })

  test.each([
    'https://twitter.com/ann/status/1',
    'https://twitter.com/share_the_load',
    'https://www.facebook.com/ann/posts/1',
    'https://www.reddit.com/r/rivers/submit',
    'https://wa.me/37410000000?text=a',
    'https://api.whatsapp.com/send?phone=37410000000&text=a',
    'https://t.me/share_news',
    'https://e.org/share?url=a',
    'https://mail.google.com/mail/?view=cm&to=a@e.org',
    'mailto:a@e.org?subject=b',
    'sms:+37410000000?body=a',
  ])('not %s', (address) => expect(isShareForm(address)).toBe(false))
})
