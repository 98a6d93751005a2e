/**
 * Parameters that say who followed a link, and addresses that only lead on to another one.
 *
 * Only what is certain stands here: a parameter that a page needs on any site must not. Those that mean tracking on one
 * site and content on the next (`s`, `t`, `ref`, `cid`) stand with their hosts, or not at all.
 */

/** Names of parameters that no page needs, on any host. */
export const trackingParameters: RegExp =
  /^(?:utm_[\w-]+|utm-[\w-]+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|gad_source|yclid|ymclid|ysclid|_openstat|mc_cid|mc_eid|igshid|igsh|msclkid|twclid|ttclid|li_fat_id|mkt_tok|_hsenc|_hsmi|__hstc|__hssc|__hsfp|hsCtaTracking|vero_id|vero_conv|wickedid|oly_enc_id|oly_anon_id|rb_clickid|ml_subscriber|ml_subscriber_hash|fb_action_ids|fb_action_types|fb_source|fb_ref|action_object_map|action_type_map|action_ref_map|_ga|_gl|__twitter_impression|xtor|wt_mc|wt\.mc_id|pk_(?:campaign|kwd|source|medium|content|cid|keyword)|piwik_(?:campaign|kwd|keyword)|mtm_(?:campaign|kwd|keyword|source|medium|content|cid|group|placement)|matomo_(?:campaign|kwd|keyword|source|medium|content|cid|group|placement)|guccounter|guce_referrer|guce_referrer_sig|s_cid|trk_contact|trk_msg|spm_id_from|share_source_tag)$/i

/** Parameters that track on certain hosts only; a host stands for its sub-domains too. */
export const hostParameters: readonly (readonly [hosts: readonly string[], parameters: RegExp])[] = [
  // Not `app`: it asks for the page of a desktop or of a phone.
  [['youtube.com', 'youtu.be'], /^(?:feature|si|pp|ab_channel)$/],
  [['twitter.com', 'x.com'], /^(?:s|t|cn|cxt|ref_src|ref_url)$/],
  [['nytimes.com'], /^(?:smid|smtyp|partner|emc|rref|referringSource)$/],
  [['theguardian.com'], /^(?:CMP|CMP_TU)$/],
  // Not `pinned_post_…`: it puts a post of a live page on top.
  [['bbc.com', 'bbc.co.uk'], /^(?:at_\w+|ns_\w+|ocid)$/],
  [['spotify.com'], /^si$/],
  [['linkedin.com'], /^(?:trk|trackingId|lipi)$/],
  [['bloomberg.com'], /^cmpid$/],
  [['redhat.com'], /^sc_cid$/],
  [['washingtonpost.com'], /^(?:itid|wpisrc|wpmm|tid)$/],
  [['reuters.com'], /^(?:feedType|feedName)$/],
]

/** An address that leads on to another: where it stands, and where it says so. */
export interface Redirector {
  /** A host stands for its sub-domains too. */
  readonly host: RegExp
  readonly path: RegExp
  /** Parameters that may hold the address; empty for a query that is the address itself. */
  readonly parameters: readonly string[]
}

export const redirectors: readonly Redirector[] = [
  {
    host: /^(?:l|lm)\.(?:facebook|instagram|messenger|threads)\.(?:com|net)$/,
    path: /^\/(?:l\.php)?$/,
    parameters: ['u'],
  },
  {host: /^(?:www\.|m\.)?facebook\.com$/, path: /^\/(?:l\.php|flx\/warn\/?)$/, parameters: ['u']},
  {host: /^(?:www\.)?google\.(?:com?\.)?[a-z]{2,3}$/, path: /^\/url$/, parameters: ['q', 'url']},
  {host: /^(?:www\.)?(?:href\.li|anonym\.to|nullrefer\.com|dereferer\.me|anon\.to)$/, path: /^\/?$/, parameters: []},
  {host: /^out\.reddit\.com$/, path: /^\//, parameters: ['url']},
  {host: /^t\.umblr\.com$/, path: /^\/redirect$/, parameters: ['z']},
  {host: /^(?:away\.|m\.)?vk\.(?:com|ru)$/, path: /^\/away(?:\.php)?$/, parameters: ['to']},
  {host: /^(?:www\.)?youtube\.com$/, path: /^\/redirect$/, parameters: ['q']},
  {host: /^steamcommunity\.com$/, path: /^\/linkfilter\/?$/, parameters: ['url', 'u']},
  {host: /^(?:www\.)?slack-redir\.net$/, path: /^\/link$/, parameters: ['url']},
  {host: /\.safelinks\.protection\.outlook\.com$/, path: /^\/?(?:ap\/.*)?$/, parameters: ['url']},
  {host: /^(?:www\.)?duckduckgo\.com$/, path: /^\/l\/$/, parameters: ['uddg']},
  {
    host: /^(?:www\.)?linkedin\.com$/,
    path: /^\/(?:redir\/(?:redirect|general-malware-page)|safety\/go)\/?$/,
    parameters: ['url'],
  },
  {host: /^exit\.sc$/, path: /^\/?$/, parameters: ['url']},
]

/** Images that are there to count readers: hosts and file names. */
export const trackingPixels: RegExp =
  /^(?:https?:)?\/\/(?:(?:[\w-]+\.)*(?:doubleclick\.net|google-analytics\.com|scorecardresearch\.com|quantserve\.com|pixel\.wp\.com|stats\.wordpress\.com|mc\.yandex\.ru|counter\.yadro\.ru|counter\.rambler\.ru|top-fwz1\.mail\.ru|feedburner\.com\/~r|feeds\.wordpress\.com|bat\.bing\.com|chartbeat\.net|omtrdc\.net|2o7\.net|statcounter\.com|histats\.com|addthis\.com)(?=[/:?]|$)|(?:www\.)?facebook\.com\/tr(?=[/?]|$))|\/(?:pixel|blank|spacer|transparent|clear|1x1|tracking[-_]?pixel)\.(?:gif|png)(?:\?|$)/i
