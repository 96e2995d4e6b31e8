import { isEnglishWord } from '../tokens/is-english-word.ts';
import type { Unit } from './units.ts';

const SHOW = String.raw`(?:episode|podcast|show|programme|program|broadcast|newsletter|edition|series|segment|hour|portion)`;
const THIS = String.raw`(?:(?:and|but first|now|okay|also|first),? )?(?:this|today's|today’s|our)`;
/** A sponsor is named for the show at hand: "this episode is brought to you by". */
const OPENS: readonly RegExp[] = [
  new RegExp(
    String.raw`^${THIS} (?:[\p{L}\p{N}'’]+ ){0,3}(?:${SHOW}|message|article|story|report|video)(?: of [\p{L}\p{N}'’ ]{2,40})?(?: is|'s|’s| was| comes)?(?: also| partly| partially| proudly| in part)? (?:(?:brought to you|sponsored)(?: in part)? by|to you (?:from|by))\b`,
    'iu',
  ),
  /^(?:the )?[\p{L}\p{N}'’ ]{2,60} is (?:proudly |also )?brought to you by\b/iu,
  new RegExp(
    String.raw`^(?:funding|support|sponsorship|(?:additional|major|corporate) (?:funding|support)) for (?:this|today's|today’s|our) (?:[\p{L}\p{N}'’]+ ){0,2}(?:${SHOW}|website)(?: and .{3,60})? (?:comes from|is provided by|was provided by)\b`,
    'iu',
  ),
  /^(?:and )?(?:now,? )?(?:a |here(?:'s|’s| is) a )(?:quick |brief |short )?(?:word|message) from (?:our|today's|today’s|this week's|this week’s|one of our) (?:sponsors?|partners?|advertisers?)\b/iu,
  /^(?:this|the following) (?:message|support|podcast|show) comes from\b/iu,
  /^(?:today's|today’s|our|this week's|this week’s|this episode's|this episode’s) sponsors? (?:is|are|for)\b/iu,
  /^(?:brought|presented) to you by\b|^sponsored by\b|^paid for by\b|^(?:sponsored|paid) (?:content|post) (?:by|from)\b/iu,
];

const SUPPORT =
  /^(?:(?:additional |major )?(?:support|funding) for|supporters? of) \p{L}.{2,50} (?:comes? from|is provided by|includes?)\b/iu;
/** In print a minister's programme too is "supported by" somebody: taken for sponsors only in spoken text. */
const OPENS_SPOKEN = new RegExp(
  String.raw`^${THIS} (?:[\p{L}\p{N}'’]+ ){0,3}${SHOW}(?: is|'s|’s| comes)(?: also| partly| partially| proudly| in part)? (?:made possible|supported|presented|powered|underwritten)(?: in part)? (?:by|with support from)\b`,
  'iu',
);

const SITE = String.raw`(?:\b[\p{L}\p{N}-]{2,40}(?:\.| dot )(?:com|org|net|io|fm|co|tv|app|shop|store|info|biz|gov|edu|example)\b(?:\.\p{L}{2})?(?:\s?\/|\s?,? ?(?:forward )?slash\b)?|https?:\/\/\S|\bwww\.)`;
const SITE_CUE = new RegExp(SITE, 'iu');
const AD_LINK = /\b(?:ad choices|adchoices)\b/iu;
const ORDER =
  /^(?:(?:so|and|just|plus|right now|today|for .{3,60}|to .{3,60}),? )?(?:please )?(?:visit|go to|head (?:over )?to|check out|learn more|find out more|get started|sign up|start (?:your|a)|try|shop|order|download|use (?:the )?(?:promo |discount |offer )?code|call|text|book|save|switch|discover|see|ask your|search for|apply|enter|hurry|act now|click|join|upgrade|explore|experience|enjoy|get)\b/iu;
const CALL =
  /\b(?:learn more (?:at|on|about how)|find out more (?:at|on)|visit [\p{L}\p{N}.-]+\.\p{L}{2,}|get started (?:at|today|now|with)|sign up (?:at|today|now|for free)|download the .{2,30} app|(?:order|shop|buy|book|call|apply|enrol?l|switch) (?:now|today|online)|(?:promo|discount|offer|coupon|checkout) code|at checkout|available (?:now|in stores|wherever|at (?:your|a) )|(?:in|on) the app (?:now|today|store)|try .{2,40} (?:free|today|risk-free))\b/iu;
const OFFER =
  /\b(?:\d{1,3} ?(?:%|percent) (?:off|cash ?back|apr|apy|savings)|cash ?back|(?:free|no[- ]cost|risk-free) (?:\d+[- ]day )?(?:trial|shipping|delivery|month|quote|consultation|returns|sample|estimate|audit)|limited[- ]time (?:offer|only|deal)|special (?:offer|deal|discount)|money[- ]back|no (?:hidden |annual |monthly )?fees|no interest|zero interest|no (?:contracts?|commitments?|strings)|(?:first|next) (?:order|purchase|month free|box)|per month|pay in \p{L}+|starting at (?:just|only)|for (?:just|only) \$|exclusive offer|as low as)\b/iu;
const SMALL_PRINT =
  /\b(?:terms (?:and conditions )?apply|conditions apply|restrictions apply|exclusions apply|subject to (?:approval|availability|credit (?:approval|check)|eligibility|change without)|member,? (?:fdic|sipc|ncua)|nmls|equal housing|void where|expires? (?:on )?\d|offer (?:ends|valid|expires)|see .{2,60}\b(?:terms|details|disclosures?)\b|past performance|not available in all|(?:prices?|rates?|results|savings|availability) (?:may )?var(?:y|ies)|side effects|ask your (?:doctor|dentist|pharmacist)|copyright \d{4}|all rights reserved|no purchase necessary|participating (?:locations|restaurants|stores|dealers)|must be (?:18|21)|gamble responsibly|drink responsibly|patent pending|individual results)\b/iu;
const YOU = /\b(?:you|your|you're|you’re|you'll|you’ll|you've|you’ve|yours|yourself)\b/iu;
const PITCH =
  /\b(?:we(?:'re| are)? (?:proud|committed|here) to|helps? (?:you|people|teams|businesses|companies)|makes? it (?:easy|easier|simple|possible)|so (?:you|your .{2,30}) can|whether (?:you|it)(?:'s|’s|'re|’re| are)?|(?:award[- ]winning|all[- ]in[- ]one|state[- ]of[- ]the[- ]art|easy[- ]to[- ]use|ai[- ]powered|next[- ]generation|world-class|top-rated|best-selling)|your (?:business|team|home|family|money|needs|customers|goals|skin|pet|taxes|future|finances)|(?:more than )?\d[\d,]* (?:million )?(?:customers|users|members|businesses|subscribers)|for over \d+ years|imagine|introducing|meet the (?:all-)?new|the power of|powered by|the all-new|innovation|peace of mind)\b/iu;
const REPORTS =
  /\b(?:said|says|told|according to|reported|reporting|officials?|ministers?|prime minister|presidents?|presidential|governments?|spokes(?:man|woman|person)|parliament|senators?|lawmakers?|negotiat\p{L}+|diplomats?|envoys?|sanctions?|cease-?fire|treaty|delegations?|prosecutors?|investigat\p{L}+|sources|colleagues?|reporters?|journalists?|correspondent|police|court|military|troops|war|invasion|election|voters?|summit|the (?:kremlin|pentagon|white house)|ambassador|embassy)\b/iu;
const RETURNS =
  /^(?:and )?(?:welcome back|we(?:'re|’re| are) back|(?:so,? )?back to|now,? back|here(?:'s|’s| is) (?:what|how|more|the story)|our story|that(?:'s|’s| is) (?:next|coming up|ahead|after))\b/iu;
/** A presenter turns to a guest: "Mara, how did this begin?" */
const ASKS =
  /^(?!(?:Now|Plus|So|And|But|Well|Then|Today|Here|Yes|No|Right|Okay|Hey|Sure|Like)\b)\p{Lu}\p{L}+, .{3,200}\?$/u;
/** The show announces a break, after which nothing is reported until it says that it is back. */
const PAUSES =
  /\b(?:when we (?:come back|return)|after (?:the|this|a (?:short|quick)) break|we(?:'ll|’ll| will) be (?:right )?back|stay with us|back in a (?:moment|minute)|after this)\b.{0,120}$/iu;
const RESUMES =
  /^(?:(?:and|okay|ok|all right|so|now|hi|hello),? )?(?:welcome back|we(?:'re|’re| are) back|you(?:'re|’re| are) (?:back with|listening to)\b)/iu;
const returnsFrom = (probe: string): boolean => RETURNS.test(probe) || ASKS.test(probe);

/** How far an advertisement may go on without a word of selling. */
const LONGEST_GAP = 6;
const MOST_UNITS = 30;
const MOST_CHARACTERS = 4_000;

const brandOf = (probe: string): string[] => {
  const named =
    /\b(?:by|from|is|are) ((?:the )?\p{Lu}[\p{L}\p{N}.&'’+-]*(?: (?:\p{Lu}[\p{L}\p{N}.&'’+-]*|of|&|and the|the)){0,4})/u.exec(
      probe,
    )?.[1];
  if (!named) return [];
  const name = named
    .replace(/^the /iu, '')
    .replace(/[.,]+$/u, '')
    .replace(/['’]s$/u, '');
  // An advertisement goes on with the name's first word: "Lindqvist Bank" is "Lindqvist" from the second sentence on.
  const short = name.split(' ')[0] ?? '';
  return name.length > 1
    ? [name, ...(short.length > 3 && short !== name && !isEnglishWord(short.toLowerCase()) ? [short] : [])]
    : [];
};

/** The next sponsor in a row of them: "And by Lindqvist Bank." */
const ALSO_BY = /^(?:[Aa]nd|[Aa]lso) (?:also )?(?:brought to you |sponsored |supported )?by (?:the )?\p{Lu}/u;
/** A sponsor speaks for itself, as no reporter does: "Hi, I'm Ana Lindqvist." */
const INTRODUCES = /^(?:Hi|Hello|Hey)[,.!] (?:I(?:'m|’m| am)|[Tt]his is|[Mm]y name is) \p{Lu}/u;

const isCall = (probe: string): boolean =>
  SMALL_PRINT.test(probe) ||
  OFFER.test(probe) ||
  CALL.test(probe) ||
  AD_LINK.test(probe) ||
  (ORDER.test(probe) && (SITE_CUE.test(probe) || YOU.test(probe)));
const isPitch = (probe: string): boolean =>
  YOU.test(probe) || PITCH.test(probe) || ORDER.test(probe) || SITE_CUE.test(probe);
const opensAdvert = (probe: string, spoken: boolean): boolean =>
  OPENS.some((cue) => cue.test(probe)) || (spoken && (OPENS_SPOKEN.test(probe) || SUPPORT.test(probe)));

/** Extends from the sponsor's cue at `from`; returns the last unit of the advertisement. */
const runFrom = (units: readonly Unit[], from: number): number => {
  const opening = units[from];
  if (!opening) return from;
  const brands = brandOf(opening.probe);
  let last = from;
  for (let at = from + 1; at < units.length && at - from < MOST_UNITS; at += 1) {
    const unit = units[at];
    if (!unit || unit.end - opening.start > MOST_CHARACTERS || unit.kind === 'repeat') break;
    const probe = unit.probe;
    if (opensAdvert(probe, true)) {
      // Two advertisements back to back: what stands between is the first one's rest.
      return at - last <= LONGEST_GAP ? at - 1 : last;
    }
    if (returnsFrom(probe)) break;
    const sponsor = last === at - 1 && ALSO_BY.test(probe);
    if (sponsor) brands.push(...brandOf(probe));
    const branded = sponsor || brands.some((brand) => probe.includes(brand));
    const call = isCall(probe) || (last === at - 1 && INTRODUCES.test(probe));
    if (REPORTS.test(probe) && !call && !YOU.test(probe) && !(branded && isPitch(probe))) break;
    if (call || branded) last = at;
    else if (at - last > LONGEST_GAP) break;
  }
  // The saying that closes the sponsor's paragraph: "Your money, on your side of the water."
  for (let left = 2; left > 0; left -= 1) {
    const next = units[last + 1];
    if (!next || next.paragraph !== units[last]?.paragraph || next.kind !== null) break;
    if (REPORTS.test(next.probe) || !isPitch(next.probe) || next.probe.endsWith('?')) break;
    last += 1;
  }
  return last;
};

/**
 * Marks the advertisements of a document, in the units not yet given a kind.
 *
 * An advertisement is a run of sentences: it opens with a sponsor named for the show at hand, and goes on to the last
 * call to buy, small print or mention of the sponsor's name before reporting or the show returns. Without an opening,
 * a call with an address or an offer is one (in spoken text), together with the sentences before it that speak to "you"
 * and report nothing.
 *
 * @param spoken The document is a transcript. In an article only an opening, or a call within one paragraph, counts.
 */
export const markAdverts = (units: Unit[], spoken: boolean): void => {
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at];
    if (!unit || unit.kind === 'repeat' || unit.kind === 'advert' || !opensAdvert(unit.probe, spoken)) continue;
    // An article that names its sponsor does so in a line of its own, and goes on.
    const end = spoken ? runFrom(units, at) : endOfParagraph(units, at);
    for (let k = at; k <= end; k += 1) {
      const inside = units[k];
      if (inside) inside.kind = 'advert';
    }
    at = end;
  }
  if (spoken) markBreaks(units);
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at];
    if (!unit || unit.kind !== null || !isClosing(unit.probe, spoken)) continue;
    unit.kind = 'advert';
    if (spoken) markBackwards(units, at);
  }
};

/** What stands between "when we come back" and "we're back" is sold, unless it goes on for too long to be. */
const markBreaks = (units: readonly Unit[]): void => {
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at];
    if (!unit || !PAUSES.test(unit.probe) || unit.probe.endsWith('?')) continue;
    for (let k = at + 1; k < units.length && k - at <= LONGEST_BREAK; k += 1) {
      const next = units[k];
      if (!next || next.end - unit.end > MOST_CHARACTERS || ASKS.test(next.probe)) break;
      if (!RESUMES.test(next.probe)) continue;
      // the label of whoever says that the show is back stands in a line of its own
      const end = units[k - 1]?.probe === '' ? k - 1 : k;
      for (let j = at + 1; j < end; j += 1) {
        const inside = units[j];
        if (inside && (inside.kind === null || inside.kind === 'turn')) inside.kind = 'advert';
      }
      break;
    }
  }
};
const LONGEST_BREAK = 24;

/** In an article the opening takes the rest of its paragraph along as far as that sells. */
const endOfParagraph = (units: readonly Unit[], from: number): number => {
  let end = from;
  for (let at = from + 1; at < units.length; at += 1) {
    const unit = units[at];
    if (!unit || unit.paragraph !== units[from]?.paragraph) break;
    if (REPORTS.test(unit.probe) && !isCall(unit.probe)) break;
    if (isPitch(unit.probe) || isCall(unit.probe)) end = at;
  }
  return end;
};

const isClosing = (probe: string, spoken: boolean): boolean => {
  if (probe.length > 300 || /^["“'‘«]/u.test(probe)) return false;
  if (AD_LINK.test(probe)) return true;
  if (REPORTS.test(probe)) return false;
  const address = SITE_CUE.test(probe);
  if (ORDER.test(probe) && address) return spoken || OFFER.test(probe) || SMALL_PRINT.test(probe) || CALL.test(probe);
  return spoken && YOU.test(probe) && OFFER.test(probe) && (address || CALL.test(probe));
};

const markBackwards = (units: Unit[], from: number): void => {
  const first = Math.max(0, from - 12);
  let gap = 0;
  let reach = from;
  for (let at = from - 1; at >= first; at -= 1) {
    const unit = units[at];
    if (!unit || unit.kind !== null) break;
    if (
      (REPORTS.test(unit.probe) && !isCall(unit.probe)) ||
      unit.probe.trimEnd().endsWith('?') ||
      returnsFrom(unit.probe)
    )
      break;
    // Conversation says "you" as well: only sentences that pitch, offer or order are taken, with at most one between.
    if (PITCH.test(unit.probe) || isCall(unit.probe) || (ORDER.test(unit.probe) && YOU.test(unit.probe))) {
      reach = at;
      gap = 0;
    } else {
      gap += 1;
      if (gap > 1) break;
    }
  }
  for (let at = reach; at < from; at += 1) {
    const unit = units[at];
    if (unit) unit.kind = 'advert';
  }
};

/** A sentence that reports: names a speaker, an office or an event of public life. Used to stop runs of other kinds. */
export const reports = (probe: string): boolean => REPORTS.test(probe);

const PRICE =
  /\b(?:from|only|just|for) (?:[$€£] ?)?\d[\d.,]* (?:crowns?|dollars?|euros?|pounds?|lira|a month|per \p{L}+)|[$€£] ?\d/iu;

/** A sentence that sells, by its words alone: looked at where a label has announced an advertisement. */
export const sells = (probe: string): boolean =>
  !REPORTS.test(probe) && (isCall(probe) || isPitch(probe) || PRICE.test(probe));
