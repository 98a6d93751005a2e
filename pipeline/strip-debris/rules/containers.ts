/** Elements of a page that hold debris, by tag, class, id and role. They count only where they hold little of the prose. */
import type {RuleClass} from '../../../src/document/stage.js'

export interface ContainerRule {
  /** The rule of the tables that such an element is evidence for. */
  readonly id: string
  readonly class: RuleClass
  readonly tags?: readonly string[]
  /** Linear pattern on the words of class, id, role and label. */
  readonly words: RegExp
}

export const containerRules: readonly ContainerRule[] = [
  {
    id: 'comments',
    class: 'comments',
    words:
      /\b(?:comments?|commentlist|comments?-?(?:list|area|section|form|wrapper|container|thread)|respond|disqus(?:_thread)?|fb-comments|livefyre|replies|reactions|discussion)\b/,
  },
  {
    id: 'share-bar',
    class: 'share',
    words:
      /\b(?:share|sharing|shares|sharebar|sharedaddy|share-?(?:buttons?|bar|tools?|links?|this)|social|socials|social-?(?:media|share|links|icons|bar)|addthis|addtoany|a2a|jp-relatedposts|print|tools|toolbar|article-?tools|story-?tools|text-?size)\b/,
  },
  {
    id: 'related-list',
    class: 'related',
    words:
      /\b(?:related|related-?(?:posts|articles|stories|content|links|news)|recommend(?:ed|ations)?|recirc(?:ulation)?|popular|most-?(?:popular|read|viewed|shared)|trending|(?<!js-)read-?(?:more|next|also)|more-?(?:stories|news|articles|from|on|posts)|outbrain|taboola|teasers?|latest|latest-?news|top-?stories|see-?also|you-?may|up-?next|next-?(?:article|post|story)|similar|suggest(?:ed|ions)?|promo-?list|headlines|lire-?aussi|mehr-?zum-?thema|yarpp|ob-widget|also-?read|carousel|slider|hlights)\b/,
  },
  {
    id: 'newsletter',
    class: 'newsletter',
    words:
      /\b(?:newsletters?|newsletter-?\w{1,20}|subscribe|subscription|signup|sign-?up|mailing|mc_embed\w{0,20}|mc4wp|follow|follow-?us|optin|opt-?in|cta|call-?to-?action|mailchimp|email-?(?:signup|alert))\b/,
  },
  {
    id: 'advertisement',
    class: 'advertisement',
    words:
      /\b(?:ads?|adv|advert|adverts|advertisement|advertising|ad-?(?:slot|unit|wrapper|container|block|label|box)|anzeige|werbung|sponsor|sponsors|sponsored|promoted|dfp|adsense|adsbygoogle|google-?ads?|banner|banners|promo|promos|promotion|partner|affiliate)\b/,
  },
  {
    id: 'cookie-notice',
    class: 'legal',
    words:
      /\b(?:cookies?|cookie-?\w{1,20}|consent|gdpr|cmp|onetrust|privacy|disclaimer|copyright|legal|paywall|regwall|piano|meter|modal|popup|pop-?up|overlay|lightbox|dialog|alertdialog|login|log-?in|signin|sign-?in|register|account|print-?only|visually-?hidden|sr-?only|screen-?reader(?:-text)?)\b/,
  },
  {
    id: 'author-box',
    class: 'bio',
    words:
      /\b(?:author-?(?:box|bio|info|card|description|profile|about|block|details|meta|section)|about-?(?:the-?)?author|bio|biography|byline|by-?line|vcard|post-?author|authors?|contributors?)\b/,
  },
  {
    id: 'tags',
    class: 'tags',
    words:
      /\b(?:tags|tag-?(?:list|links|cloud)|tagcloud|post-?tags|entry-?tags|article-?tags|topics|topic-?list|keywords|categories|category|cat-?links|entry-?meta|post-?meta|article-?meta|(?<!event-)meta|metadata|entry-?footer|post-?footer|article-?footer|post-?info|post-?date|dateline-?info|timestamp|published|pubdate|publish-?date|date|(?<!(?:prep|preparation|cook|cooking|baking|wait|waiting|total)-{1,2})time|updated|kicker|eyebrow|section-?label|rubric)\b/,
  },
  {
    id: 'menu-label',
    class: 'navigation',
    tags: ['nav', 'footer', 'aside', 'form', 'button', 'select', 'menu', 'dialog', 'label', 'fieldset'],
    words:
      /\b(?:navigation|nav|navbar|nav-?(?:bar|menu|links|main|primary)|menus?|menu-?\w{1,20}|breadcrumbs?|breadcrumb-?\w{1,20}|crumbs?|pagination|pager|paging|page-?nav|post-?nav(?:igation)?|footer|foot|site-?footer|page-?footer|global-?footer|masthead|topbar|top-?bar|site-?header|page-?header|global-?header|header-?(?:top|main|nav|wrapper|inner)|sidebar|side-?bar|side|rail|right-?(?:col|column|rail)|left-?(?:col|column|rail)|widget|widgets|widget-?area|secondary|complementary|contentinfo|banner|search|searchform|search-?\w{1,20}|skip|skip-?link|back-?to-?top|lang|language-?\w{1,20}|toolbox|hidden|utility|ticker|rating|ratings|vote|poll|weather|stock|calendar)\b/,
  },
  {
    id: 'player',
    class: 'media',
    words:
      /\b(?:player|video-?(?:player|controls|js|meta|title)|audio-?player|jwplayer|playlist|gallery-?(?:nav|controls|thumbs)|credit|credits|image-?credit|photo-?credit|media-?credit|wp-embedded-content)\b/,
  },
]
