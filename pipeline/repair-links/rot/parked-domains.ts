/**
 * Who shows pages on domains that nobody uses any more, and what these pages say.
 *
 * Only those whose business, or whose servers, are such pages: not registrars and hosters under whose names people have
 * sites.
 */

/** Hosts that parked domains lead to, or draw their page from. */
export const parkers: readonly string[] = [
  'sedoparking.com',
  'sedo.com',
  'parkingcrew.net',
  'bodis.com',
  'parklogic.com',
  'hugedomains.com',
  'dan.com',
  'undeveloped.com',
  'afternic.com',
  'domainmarket.com',
  'buydomains.com',
  'skenzo.com',
  'cashparking.com',
  'domainsponsor.com',
  'smartname.com',
  'trafficz.com',
  'domainnamesales.com',
  'ztomy.com',
  'd38psrni17bvxu.cloudfront.net',
]

/** Words on a page of a parked domain, letters small and quotes plain. */
export const parkedPhrases: readonly string[] = [
  'this domain is for sale',
  'this domain name is for sale',
  'this domain may be for sale',
  'this domain is available for sale',
  'this domain is parked',
  'this domain has expired',
  'this domain name has expired',
  'this domain has recently been registered',
  'buy this domain',
  'the domain has expired. is this your domain',
  'domain is parked free',
  'is parked free, courtesy of',
  'this web page is parked',
  'the owner of this domain has not yet uploaded',
  'inquire about this domain',
  'make an offer on this domain',
  'diese domain steht zum verkauf',
  'diese domain ist zu verkaufen',
  'diese domain kaufen',
  'ce nom de domaine est à vendre',
  'ce domaine est à vendre',
  'este dominio está en venta',
  'este dominio está a la venta',
  'questo dominio è in vendita',
  'deze domeinnaam is te koop',
  'dit domein is te koop',
  'ta domena jest na sprzedaż',
  'domena jest na sprzedaż',
  'домен продается',
  'домен продаётся',
  'этот домен продается',
  'срок регистрации домена истек',
  'срок регистрации домена истёк',
  'bu alan adı satılıktır',
  'bu domain satılıktır',
  'このドメインは販売中',
  '该域名正在出售',
]
