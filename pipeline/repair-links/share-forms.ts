/**
 * Addresses that open a form to share the page that they stand in: they lead to nothing that the text speaks of.
 *
 * Profiles, posts and invitations to write to somebody are no such forms.
 */
import {HostTable, type OfHosts} from './host-table.js'

/** A form to share, by host and path; where the same path serves other ends, by a parameter too. */
interface ShareForm extends OfHosts {
  readonly path: RegExp
  readonly query?: RegExp
}

export const shareForms: readonly ShareForm[] = [
  {hosts: ['twitter.com', 'x.com'], path: /^\/(?:intent\/(?:tweet|post)|share)\/?$/},
  {hosts: ['twitter.com', 'x.com'], path: /^\/(?:home\/?)?$/, query: /(?:^|&)status=/},
  {hosts: ['facebook.com'], path: /^\/(?:sharer(?:\/sharer)?(?:\.php)?|share\.php|dialog\/(?:share|feed|send))\/?$/},
  {hosts: ['linkedin.com'], path: /^\/(?:shareArticle|sharing\/share-offsite|cws\/share)\/?$/i},
  {hosts: ['pinterest.*'], path: /^\/pin\/create\/\w+\/?$/},
  {hosts: ['reddit.com'], path: /^\/submit\/?$/, query: /(?:^|&)(?:url|title)=/},
  {hosts: ['t.me', 'telegram.me'], path: /^\/share(?:\/url)?\/?$/},
  {hosts: ['whatsapp.com'], path: /^\/send\/?$/, query: /^(?!.*(?:^|&)phone=\d).*(?:^|&)text=/},
  {hosts: ['wa.me'], path: /^\/?$/, query: /(?:^|&)text=/},
  {hosts: ['vk.com', 'vkontakte.ru'], path: /^\/share\.php$/},
  {hosts: ['connect.ok.ru'], path: /^\/offer\/?$/},
  {hosts: ['ok.ru', 'odnoklassniki.ru'], path: /^\/dk$/, query: /st\.cmd=addShare/},
  {hosts: ['connect.mail.ru'], path: /^\/share\/?$/},
  {hosts: ['plus.google.com'], path: /^\/share\/?$/},
  {hosts: ['tumblr.com'], path: /^\/(?:share|widgets\/share\/tool)(?:\/.*)?$/},
  {hosts: ['getpocket.com'], path: /^\/(?:save|edit)\/?$/, query: /(?:^|&)url=/},
  {hosts: ['instapaper.com'], path: /^\/(?:hello2|edit|text)\/?$/, query: /(?:^|&)(?:url|u)=/},
  {hosts: ['news.ycombinator.com'], path: /^\/submitlink$/},
  {hosts: ['buffer.com', 'bufferapp.com'], path: /^\/add\/?$/},
  {hosts: ['share.flipboard.com'], path: /^\/bookmarklet\//},
  {hosts: ['lineit.line.me', 'social-plugins.line.me'], path: /^\/(?:lineit\/)?share(?:\/ui)?\/?$/},
  {hosts: ['line.me'], path: /^\/R\/(?:msg\/text|share)(?:\/|$)/},
  {hosts: ['service.weibo.com'], path: /^\/share\/share\.php$/},
  {hosts: ['b.hatena.ne.jp'], path: /^\/add\/?$/},
  {hosts: ['threads.net', 'threads.com'], path: /^\/intent\/post\/?$/},
  {hosts: ['bsky.app'], path: /^\/intent\/compose\/?$/},
  {hosts: ['xing.com'], path: /^\/(?:spi\/shares\/new|social\/share\/spi)\/?$/},
  {hosts: ['livejournal.com'], path: /^\/update\.bml$/},
  {hosts: ['addtoany.com', 'addthis.com'], path: /^\/(?:share(?:_save)?|add_to\/.*|bookmark\.php)(?:\/.*)?$/},
  {hosts: ['digg.com', 'stumbleupon.com'], path: /^\/submit\/?$/, query: /(?:^|&)url=/},
  {hosts: ['printfriendly.com'], path: /^\/print\/?$/},
  {hosts: ['mail.google.com'], path: /^\/mail\/(?:u\/\d\/)?$/, query: /^(?=.*(?:^|&)view=cm)(?!.*(?:^|&)to=[^&])/},
]

const table = new HostTable(shareForms)
/** Mail to nobody, and messages of applications: forms that are filled in and wait for whom to send them to. */
const message =
  /^(?:mailto:(?:%20|\s)*\?|sms:(?:\/\/)?[?&;]|(?:whatsapp:\/\/send|viber:\/\/forward|tg:\/\/(?:msg|msg_url|share)|fb-messenger:\/\/share|line:\/\/msg|twitter:\/\/post)(?![\w-]))/i
const web = /^https?:\/\/([^/?#]+)([^?#]*)\??([^#]*)/i

/** Whether an address opens a form to share a page. */
export function isShareForm(address: string): boolean {
  const [, host, path = '', query = ''] = web.exec(address) ?? []
  if (host === undefined) return message.test(address)
  return table.of(host.toLowerCase()).some((form) => form.path.test(path) && (form.query?.test(query) ?? true))
}
