/**
 * Parameters that say how a reader arrived at a page, or in which dress it is shown, never which page it is. A name
 * that somewhere names a page is taken away only on the sites that are known to track by it, or only with the values
 * that can mean nothing else.
 *
 * The names that count everywhere, and those of one site, are those that the rules of ClearURLs and the sites' own
 * documentation agree on; names that ClearURLs takes away everywhere although they are common words are not taken over.
 */
import { getDomain } from 'tldts';

interface ParameterRule {
  readonly name: RegExp;
  /** Only with these values; absent: with any. */
  readonly value?: RegExp;
  /** Only on these registrable domains and what is below them; absent: everywhere. */
  readonly sites?: readonly string[];
}

const RULES: readonly ParameterRule[] = [
  { name: /^utm_\w+$/i },
  {
    name: /^(fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|yclid|igshid|igsh|mc_cid|mc_eid|mkt_tok|vero_id|wickedid|oly_anon_id|oly_enc_id|srsltid)$/i,
  },
  { name: /^(_ga|_gl|_hsenc|_hsmi|__hstc|__hssc|__hsfp|hsctatracking|__twitter_impression|_openstat)$/i },
  { name: /^(xtor|at_medium|at_campaign|at_custom\d)$/i },
  // A page in its AMP dress. The same names with other values are a shop's or a statistician's own.
  { name: /^amp$/i, value: /^(1|true)?$/i },
  { name: /^outputtype$/i, value: /^amp$/i },
  // What a cache of AMP pages hands on to the page within.
  { name: /^(amp_js_v|amp_gsa|amp_ct|amp_tf|amp_latest_update_time|aoh)$/i },
  { name: /^usqp$/i, value: /^mq331/ },
  { name: /^cmp$/i, sites: ['theguardian.com', 'guardian.co.uk', 'bbc.com', 'bbc.co.uk', 'elpais.com'] },
  {
    name: /^(cmpid|s_cid|ncid)$/i,
    sites: [
      'bloomberg.com',
      'businessweek.com',
      'cnn.com',
      'foxnews.com',
      'nbcnews.com',
      'time.com',
      'huffpost.com',
      'techcrunch.com',
      'engadget.com',
      'aol.com',
      'yahoo.com',
    ],
  },
  { name: /^(smid|smtyp)$/i, sites: ['nytimes.com'] },
  { name: /^taid$/i, sites: ['reuters.com'] },
  { name: /^(s|t|cn|ref_src|ref_url|cxt)$/i, sites: ['twitter.com'] },
  { name: /^(si|feature|pp|ab_channel|kw)$/i, sites: ['youtube.com', 'youtu.be'] },
  { name: /^(__tn__|__cft__.*|__xts__.*|mibextid|rdid|share_url|sfnsn|paipv|eav)$/i, sites: ['facebook.com'] },
  { name: /^(share_id|ref_campaign|ref_source|rdt|correlation_id)$/i, sites: ['reddit.com'] },
  { name: /^(trk|trackingid|refid)$/i, sites: ['linkedin.com'] },
  { name: /^(_r|_t|_d|is_from_webapp|sender_device|share_app_name|share_iid|u_code)$/i, sites: ['tiktok.com'] },
];

/** Whether a parameter of an address on this host never says which page it is. */
export function isTracking(host: string, name: string, value: string): boolean {
  const site = getDomain(host) ?? host;
  return RULES.some((rule) => rule.name.test(name) && (rule.value?.test(value) ?? true) && (rule.sites?.includes(site) ?? true));
}

/** Whether that follows from the name alone, which was made for tracking; not from a value or a site, where it may be otherwise. */
export const isTrackingByName = (name: string): boolean => RULES.some((rule) => !rule.value && !rule.sites && rule.name.test(name));
