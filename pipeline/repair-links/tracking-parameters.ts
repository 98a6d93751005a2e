/**
 * Parameters that say who followed a link, by a table.
 *
 * Only what is certain stands here: a parameter that a page needs on any site must not. Those that mean tracking on one
 * site and content on the next (`s`, `t`, `ref`, `cid`) stand with their hosts, or not at all. Keys to an article that is
 * paid for (`unlocked_article_code`, `sk`, `accessToken`) are no tracking.
 */
import {HostTable, type OfHosts} from './host-table.js'

/** Names that no page needs, on any host, by whoever sets them. */
export const anywhere: readonly RegExp[] = [
  // Google and what follows its example
  /^utm[_-][\w-]+$/,
  /^(?:gclid|gclsrc|dclid|gbraid|wbraid|gad_source|gad_campaignid|srsltid|_ga|_gl)$/,
  // Facebook, Instagram, X, TikTok, Pinterest, LinkedIn, Reddit, Snapchat
  /^(?:fbclid|fb_action_ids|fb_action_types|fb_source|fb_ref|mibextid|action_object_map|action_type_map|action_ref_map)$/,
  /^(?:igshid|igsh|twclid|__twitter_impression|ttclid|epik|li_fat_id|rdt_cid|sccid)$/,
  // Microsoft, Yandex, Yahoo, Outbrain, Taboola
  /^(?:msclkid|yclid|ymclid|ysclid|_openstat|guccounter|guce_referrer|guce_referrer_sig|dicbo|tblci)$/,
  // Newsletters
  /^(?:mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|__hstc|__hssc|__hsfp|hsctatracking|vero_id|vero_conv|oly_enc_id|oly_anon_id)$/,
  /^(?:ml_subscriber|ml_subscriber_hash|_kx|vgo_ee|dm_i|_bta_tid|_bta_c|trk_contact|trk_msg|elqtrackid|elqtrack|elqcampaignid)$/,
  // Advertisers
  /^(?:hsa_(?:acc|cam|grp|ad|src|net|kw|mt|ver|tgt|la|ol)|s_kwcid|ef_id|irclickid|irgwc|wickedid|rb_clickid)$/,
  /^(?:_branch_match_id|_branch_referrer)$/,
  // Counters of sites
  /^(?:pk|piwik|mtm|matomo)_(?:campaign|kwd|keyword|source|medium|content|cid|group|placement)$/,
  /^(?:xtor|wt_mc|wt_zmc|wt\.mc_id|s_cid|at_(?:medium|campaign|creation|ptr_name|link_(?:id|type|origin)|custom\d))$/,
  /^(?:itm|hmb)_(?:source|medium|campaign|content|term)$/,
  /^lmd_(?:source|medium|campaign|content|term|link|creation|email_type)$/,
  /^(?:spm_id_from|share_source_tag)$/,
]

/** Names that track on certain hosts only. */
interface HostParameters extends OfHosts {
  readonly names: RegExp
}

export const hostParameters: readonly HostParameters[] = [
  // Not `app`: it asks for the page of a desktop or of a phone.
  {
    hosts: ['youtube.com', 'youtu.be'],
    names: /^(?:feature|si|pp|ab_channel|embeds_referring_(?:euri|origin)|source_ve_path)$/,
  },
  {hosts: ['twitter.com', 'x.com'], names: /^(?:s|t|cn|cxt|ref_src|ref_url)$/},
  {
    hosts: ['facebook.com'],
    names:
      /^(?:__tn__|__cft__(?:\[\d\]|%5b\d%5d)|__xts__(?:\[\d\]|%5b\d%5d)|fref|hc_ref|hc_location|rdid|share_url|_rdr|paipv|eav|notif_id|notif_t|sfnsn|refsrc)$/i,
  },
  {hosts: ['instagram.com'], names: /^(?:ig_rid|ig_mid)$/},
  {hosts: ['threads.net', 'threads.com'], names: /^(?:xmt|slof)$/},
  {hosts: ['tiktok.com'], names: /^(?:_r|_t|is_from_webapp|is_copy_url|sender_device|sender_web_id)$/},
  {hosts: ['linkedin.com'], names: /^(?:trk|trackingId|lipi|lici|refId|midToken|midSig|trkEmail)$/},
  {hosts: ['reddit.com'], names: /^(?:share_id|rdt|ref_source|ref_campaign|correlation_id|post_fullname)$/},
  {hosts: ['spotify.com'], names: /^(?:si|nd|dl_branch)$/},
  {hosts: ['apple.com'], names: /^(?:itsct|itscg)$/},
  {hosts: ['medium.com'], names: /^source$/},
  {hosts: ['substack.com'], names: /^(?:r|showWelcomeOnShare|triedRedirect)$/},
  {
    hosts: ['bilibili.com', 'b23.tv'],
    names: /^(?:vd_source|from_spmid|share_(?:source|medium|plat|session_id|tag)|unique_k)$/,
  },
  {
    hosts: ['taobao.com', 'tmall.com', 'alibaba.com', 'aliexpress.*'],
    names: /^(?:spm|scm|algo_pvid|algo_exp_id|pvid)$/,
  },
  {
    hosts: ['google.*'],
    names: /^(?:ved|ei|sxsrf|gs_lcp|gs_lcrp|gs_lp|sclient|aqs|rlz|biw|bih|dpr|uact|iflsig|sca_esv|sca_upv|usg)$/,
  },
  {hosts: ['msn.com', 'microsoft.com', 'bing.com'], names: /^(?:ocid|cvid)$/},
  // Not `th` and `psc`: they choose a size or a colour.
  {
    hosts: ['amazon.*'],
    names:
      /^(?:tag|linkCode|linkId|camp|creative|creativeASIN|ascsubtag|SubscriptionId|ref_?|pf_rd_\w+|pd_rd_\w+|qid|sr|crid|sprefix|dib|dib_tag|dchild)$/,
  },
  {hosts: ['ebay.*'], names: /^(?:mkevt|mkcid|mkrid|campid|toolid|customid|_trkparms|_trksid|amdata)$/},
  {
    hosts: ['nytimes.com'],
    names:
      /^(?:smid|smtyp|partner|emc|rref|referringSource|module|pgtype|contentCollection|contentPlacement|clickSource|mtrref|gwh|gwt|searchResultPosition|campaign_id|instance_id|segment_id|user_id|regi_id|nl|te|tntemail\d?|smvar|smprod|WT\.nav)$/,
  },
  {hosts: ['washingtonpost.com'], names: /^(?:itid|wpisrc|wpmm|tid|hpid|nid|tidr|wpmk|carta-url|utm)$/},
  {hosts: ['wsj.com', 'marketwatch.com', 'barrons.com'], names: /^(?:mod|reflink)$/},
  {hosts: ['bloomberg.com'], names: /^(?:cmpid|sref|leadSource)$/},
  {hosts: ['reuters.com'], names: /^(?:feedType|feedName|taid|rpc)$/},
  {hosts: ['economist.com'], names: /^fsrc$/},
  {hosts: ['forbes.com'], names: /^(?:sh|ss)$/},
  {hosts: ['cnn.com'], names: /^(?:hpt|iref|eref)$/},
  {hosts: ['foxnews.com'], names: /^(?:intcmp|cmpid)$/},
  {hosts: ['huffpost.com', 'huffingtonpost.*', 'techcrunch.com'], names: /^(?:ncid|ncid_tag|sr_share)$/},
  {hosts: ['time.com', 'fortune.com', 'people.com', 'ew.com', 'si.com'], names: /^xid$/},
  {
    hosts: ['newyorker.com', 'wired.com', 'vogue.com', 'vanityfair.com', 'gq.com', 'arstechnica.com'],
    names: /^(?:mbid|bxid|cndid|esrc|intcid|hash[abc])$/,
  },
  {hosts: ['cnet.com', 'zdnet.com', 'cbsnews.com'], names: /^ftag$/i},
  {hosts: ['redhat.com'], names: /^sc_cid$/},
  {hosts: ['theguardian.com'], names: /^(?:CMP|CMP_TU)$/},
  // Not `pinned_post_…`: it puts a post of a live page on top.
  {hosts: ['bbc.com', 'bbc.co.uk'], names: /^(?:at_\w+|ns_\w+|ocid|intlink_from_url|intlink_ts|link_location)$/},
  {hosts: ['telegraph.co.uk'], names: /^(?:icid|ICID|intcmp|li_source|li_medium)$/},
  {hosts: ['dailymail.co.uk'], names: /^(?:ito|ITO)$/},
  {hosts: ['aljazeera.com'], names: /^traffic_source$/},
  {hosts: ['dw.com'], names: /^maca$/},
  {hosts: ['spiegel.de'], names: /^(?:sara_ref|sara_ecid)$/},
  {hosts: ['welt.de'], names: /^(?:wtrid|wtmc)$/},
  {hosts: ['faz.net'], names: /^GEPC$/},
  {hosts: ['elpais.com'], names: /^(?:ssm|event_log)$/},
]

const everywhere = new RegExp(anywhere.map(({source}) => source).join('|'), 'i')
const table = new HostTable(hostParameters)

/** Whether a parameter of an address on a host, in lower case, only says who followed it. */
export function isTracking(name: string, host: string): boolean {
  return everywhere.test(name) || table.of(host).some(({names}) => names.test(name))
}
