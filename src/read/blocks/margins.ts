import type { BlockKind, Document } from '../../model/index.ts';
import { isHeaderLine } from './heads.ts';

/** Cues for what stands at a report's edges: header lines, notes on authors, the outlet's words about itself. */

const CLOCK = /^\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?\s{0,3}[-–—|:]?\s{0,3}/iu;

/** A live page's entry begins with a time of day, which hides how its sentence begins. */
export const withoutClock = (text: string): string => text.replace(CLOCK, '');

const NAME = String.raw`\p{Lu}[\p{L}.'’\-]{0,24}(?: (?:\p{Lu}[\p{L}.'’\-]{0,24}|de|da|van|von|der|bin|al|el|del|la)){1,4}`;
const PEOPLE = String.raw`${NAME}(?:(?:, | and | & |, and |; )${NAME}){0,5}`;

const AUTHOR_LINE = new RegExp(
  String.raw`^[*_(]{0,3}(?:[Pp]repared|[Tt]ext|[Ww]ords|[Aa]uthors?|[Rr]eporters?|[Cc]orrespondents?|[Ww]ritten|[Ss]tory|[Rr]eport|[Ii]nterview|[Rr]ecorded|[Cc]ompiled)(?:: | by:? | - )${PEOPLE}(?:, [^.!?:;]{2,40})?[.*_)]{0,3}$`,
  'u',
);
const MAKER_LINE = new RegExp(
  String.raw`^[*_(]{0,3}(?:(?:[Ee]xecutive|[Ss]enior|[Mm]anaging|[Pp]icture|[Cc]opy|[Nn]ews|[Dd]eputy|[Ss]eries|[Cc]hief) )?(?:[Ee]ditors?(?:-in-[Cc]hief)?|[Pp]roducers?|[Pp]ublishers?|[Tt]ranslat(?:ors?|ion)|[Pp]hotographers?|[Dd]esigners?|[Ii]llustrators?|[Ee]dited|[Tt]ranslated|[Ff]act-?check(?:ers?|ing)?|[Mm]aps?|[Gg]raphics?|[Cc]artoons?|[Dd]rawings?|[Dd]esign|[Ll]ayout|[Ss]ound|[Mm]usic|[Vv]oices?|[Cc]amera|[Pp]resenters?|[Hh]osts?|[Ee]ngineers?|[Rr]esearch|[Pp]roof-?reading)(?:: | by:? )${PEOPLE}[^.!?]{0,60}[.*_)]{0,3}$`,
  'u',
);

const THIS_PIECE = String.raw`(?:the|this) (?:interview|conversation|transcript|text|article|story|report|piece|post|essay|column|episode|live ?blog|page|translation|version|broadcast|dispatch)`;

const CREDITS: readonly RegExp[] = [
  /^[^.!?]{3,60}\b(?:wrote|edited|compiled|produced|reported|hosted|translated) (?:and \p{L}+ed )?(?:this|today's|today’s) (?:edition|issue|newsletter|episode|story|article|report|letter|programme|program|show)\b/iu,
  /^(?:this|today's|today’s) (?:edition|issue|newsletter|letter|briefing) (?:was|is|has been) (?:written|edited|compiled|produced|made|curated)\b/iu,
  new RegExp(
    String.raw`^[*_([]{0,2}(?:[Rr]eporting|[Ww]riting|[Tt]ranslation|[Ee]diting|[Pp]hotos?|[Pp]ictures?|[Pp]hotographs?): ${PEOPLE}`,
    'u',
  ),
  /^[[(]?(?:photo|image|picture|photograph)s?: [^[\]()]{3,160}[\])]$/iu,
  /^(?:photo |picture |image )?captions?: /iu,
  /^[*_(]{0,2}(?:re)?(?:printed|published|posted|produced) (?:here )?(?:with (?:the )?(?:kind )?permission|by arrangement|in partnership|in cooperation|courtesy)\b/iu,
  /^published by \p{Lu}[^!?]{3,120}\b(?:ltd|inc|llc|gmbh|media|press|publishing|house|group|company|trust)\b/iu,
  /^(?:the )?[\p{Lu}][^.!?]{2,60} is a (?:registered )?trade ?mark of\b|^our standards: /iu,
  /^(?:transcripts?|translations?|subtitles?|interview)(?: (?:was|is|has been|have been|made|may))? (?:lightly |slightly )?(?:edited|shortened|condensed|abridged|produced by|made by|provided by|may contain|created)\b/iu,
  /^this (?:transcript|translation|article|story|report) (?:was|is|has been) (?:made|produced|created|generated|written|funded|supported|published)\b.{0,40}\b(?:by machine|automatically|with (?:the )?(?:support|help|assistance)|in partnership|in collaboration|as part of)\b/iu,
  /^(?:an |the )?(?:earlier|previous|original|first) versions? of this (?:article|story|report|piece|headline)\b.{0,40}\b(?:misspelled|misspelt|misidentified|mistakenly|gave the wrong (?:name|spelling|first name)|was published)\b/iu,
  /^(?:material|materials|information|footage) (?:from|by|of) .{3,80}\b(?:was|were|has been|have been) used in this\b/iu,
  /^(?:[\p{Lu}][\p{L}.'’-]* ){0,4}(?:staff|newsroom|reporters?|correspondents?)(?: (?:writers?|reporters?))?(?: and| with|,) (?:news )?agencies\.?$/u,
  /^[^.!?]{3,80}\b(?:contributed|provided|assisted with) (?:additional |further )?(?:research|reporting|photographs|translation)(?: (?:from|in) [^.!?]{2,40})?\.?$/iu,
  /^\W{0,4}with (?:(?:additional|further) )?(?:assistance|reporting|contributions?|help|inputs?|files) (?:from|by) (?:the |our )?\p{Lu}/iu,
  new RegExp(String.raw`^[(*_–—-]{0,3}\s?${PEOPLE} reported from \p{Lu}[^.!?]{2,120}[.)*_]{0,3}$`, 'u'),
  new RegExp(
    String.raw`^[*_([]{0,2}${THIS_PIECE} (?:has been|was|is|were|have been) (?:(?:slightly|lightly|first|originally|also|last|later|since) )?(?:shortened|edited|condensed|abridged|translated|amended|updated|published|printed|conducted|recorded|produced|adapted|republished|reproduced)\b`,
    'iu',
  ),
  /^[*_(]{0,2}(?:first|originally|previously) (?:printed|published|appeared|aired|broadcast|posted|shown) (?:in|on|by|as|at)\b/iu,
  /^[*_(]{0,2}(?:a|this) version of this (?:article|story|piece)\b/iu,
  /^(?:the )?(?:views|opinions) expressed\b.{0,200}\b(?:author|writer|own|those of|not necessarily)\b/iu,
];

const LETTERS_TO = String.raw`(?:letters?(?: to the editor)?|corrections?|complaints?|enquiries|inquiries|media (?:contacts?|enquiries|inquiries)|press (?:contacts?|enquiries|inquiries|office)|contacts?|advertising|circulation|subscriptions?|registered office|editorial office|newsroom|distribution|back issues)`;
const EMAIL = /[\p{L}\p{N}._-]{2,40}@[\p{L}\p{N}-]{2,40}\.\p{L}{2,10}/u;

const OUR_PRODUCT = String.raw`our (?:[\p{L}-]{3,14} ){0,2}(?:newsletter|podcast|app|briefing|bulletin|channel|telegram channel|magazine|print edition)`;

const APPEALS: readonly RegExp[] = [
  /^you can (?:always )?(?:reply|unsubscribe|write|support|subscribe|listen|reach|find|follow)\b.{0,60}\b(?:e-?mail|us|our|here|newsletter|online|podcasts?|apps?)\b/iu,
  /^(?:please )?(?:consider|get|take out|give|buy) (?:a |an |your )?(?:gift )?subscriptions?\b|^we(?:'ve|’ve| have) (?:removed|lifted|dropped) the paywall\b/iu,
  /^help (?:us|keep (?:us|this))\b(?!,).{0,60}\b(?:going|alive|free|grow|lights on|reporting|continue|improve|better|independent|publish)\b/iu,
  /^subscribers (?:get|receive|can|have|read|save|enjoy)\b/iu,
  /^(?:become|join|be) (?:a |an |one of |our )?.{0,30}\b(?:friends?|members?|patrons?|supporters?|subscribers?)\b.{0,60}\b(?:a month|per month|a year|today|now)\b/iu,
  /^our (?:[\p{L}-]+ ){0,2}(?:channel|page|group|account|website|site|app|newsletter|podcast|feed|bot)s?(?: (?:on|in) \p{L}+)?: /iu,
  /^the next (?:issue|number|edition|episode|newsletter|part)\b.{0,60}\b(?:comes? out|appears?|will appear|is out|arrives?|will be out|lands|is published|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/iu,
  /^to (?:support|help|keep) (?:our|us|this|independent)\b/iu,
  /^(?:did we (?:get|miss)|(?:have you )?(?:noticed|spotted|found|seen) (?:a|an) (?:error|mistake|typo)|if you (?:noticed?|find|found|spot|see) (?:a|an) (?:error|mistake|typo))\b|^tell us\.?$/iu,
  /^(?:follow|read|watch|keep up with) (?:the (?:latest |main )?(?:news|events|updates)|us)\b.{0,30}\b(?:on|in|via|with) (?:our|the|your)\b|^(?:keep up|stay (?:informed|tuned|in touch|up to date|ahead))\b.{0,60}\b(?:subscribe|channel|with us|us)\b|^be the first to know\b|^join (?:our|us on) (?:telegram|whatsapp|channel|facebook|viber)\b/iu,
  /^you(?:'re|’re| are| have) (?:now )?(?:reading|read|got|reached|receiving|used)\b.{0,60}\b(?:free (?:articles?|stories)|preview|limit|newsletter)\b/iu,
  /^you (?:receive|received|are receiving|get|got) this (?:e-?mail|message|newsletter|letter)\b|^unsubscribe\b|^to unsubscribe\b/iu,
  /^(?:do you know|know) (?:more|something|anything)\b|^like what you(?:'ve|’ve)? (?:read|see|hear|heard)\b|^was this (?:forwarded|sent) to you\b|^enjoying this\b/iu,
  /^(?:our|this|the) (?:journalism|reporting|work|site|newsletter|podcast|investigation)s? (?:is|are|was|stays?|remains?) (?:free|independent|possible|made possible|paid for|funded)\b.{0,60}\b(?:readers?|you|listeners?|subscribers?|members)\b/iu,
  /^(?:to|for) (?:read|see|continue|view|access|get|full access)\b.{0,60}\b(?:log ?in|sign in|subscribe|register|subscription)\b/iu,
  /^comments (?:are|have been) (?:closed|turned off|disabled)\b|^leave a (?:reply|comment)\b|^forward this (?:e-?mail|newsletter|letter)\b/iu,
  /^(?:for|all) (?:press|media|general|business|editorial|licensing) (?:enquiries|inquiries|requests|questions)\b.{0,20}\b(?:call|contact|write|e-?mail|please|to|go)\b/iu,
  new RegExp(String.raw`^${OUR_PRODUCT}\b.{0,60}\b(?:returns?|is back|drops|appears|is here|starts|continues)\b`, 'iu'),
  new RegExp(
    String.raw`\b${OUR_PRODUCT}\b.{0,60}\b(?:arrives?|lands?|comes? out|goes out|is out|is free|is sent|delivered|every (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|day|week|month|morning|evening)|your inbox|twice a|once a|weekly|daily)\b`,
    'iu',
  ),
  new RegExp(
    String.raw`^(?:(?:for|in) (?:more|this week's).{0,60}, )?(?:see|try|read|get|hear|catch|visit|join) (?:.{0,30} )?${OUR_PRODUCT}\b`,
    'iu',
  ),
  /^.{2,60}\b(?:lives?|survives?|runs?|depends?|relies|exists?|(?:is|are) (?:funded|financed|kept alive|paid for|supported|made possible)) (?:only |solely |entirely |mainly |largely )?(?:on|by|through|thanks to|from) (?:the )?(?:(?:gifts?|donations?|contributions?|subscriptions?|generosity|support|small sums|money)(?: (?:from|of|by))? )?(?:(?:our|its|the) )?(?:readers?|listeners?|viewers?|subscribers?|people like you)\b/iu,
  /^if you (?:can|are able to|could|wish to|would like to|'d like to|want to) (?:spare|afford|help|give|donate|contribute|support|chip in|pay)\b/iu,
  /^(?:readers?|listeners?|viewers?|subscribers?|anyone|those) (?:who|with)\b.{3,120}\b(?:may|can|should|are (?:asked|invited|welcome) to) (?:write|contact|e-?mail|call|send|phone|complain|turn)\b/iu,
  /^(?:this|the) (?:page|live ?blog|blog|feed|live coverage|coverage|story|poll) (?:is (?:no longer|not|now|being)|has (?:now )?(?:ended|closed)|will be|is closed|has closed)\b.{0,60}\b(?:updated?|closed|ended)\b/iu,
  /^we(?:'ll|’ll| will| shall) (?:be (?:here|back|bringing|updating|following|covering|live|reporting)|bring you|keep you|update this|continue to (?:update|bring))\b/iu,
  /^that(?:'s|’s| is) (?:all|it) (?:from us|for (?:now|today|tonight)|from (?:today|tonight|this))\b/iu,
  /^(?:thanks|thank you) for (?:reading|following|joining us|your company|staying with us)\b/iu,
  /^(?:reader )?(?:poll|quiz|survey|vote|competition|crossword)\s?[:–—-]\s/iu,
  /^(?:have|cast) your (?:say|vote)\b|^what do you think\?.{0,80}\b(?:tell us|write|comment|vote)\b|^tell us what you think\b/iu,
  new RegExp(String.raw`^[*_(]{0,2}${LETTERS_TO}(?:: ?| - | – | — |, (?=\p{Lu}| ?to ))`, 'iu'),
  /^(?:for )?(?:further|more|additional) (?:information|details|enquiries|inquiries),? (?:please )?(?:contact|call|write|e-?mail|visit|see)\b/iu,
  /^by (?:using|continuing to (?:use|browse)) (?:this|our) (?:web)?site\b|^(?:privacy (?:policy|notice)|terms of (?:use|service)|cookie (?:policy|settings))\b/iu,
];

/** "12 issues for 480 lira": what a subscription costs. */
const PRICED = /\bsubscriptions?\b.{0,80}\b\d[\d.,]* (?:issues?|numbers?|months?|weeks?|copies) (?:for|at)\b/iu;

/** Lines of a paper's small advertisements, and of labels that run on into what they sell. */
const SOLD =
  /^[[(*_]{0,3}(?:(?:advertisement|advert|sponsored|promoted|paid (?:content|notice)|partner content|promotion)(?:[\])*_]{0,3}(?:: | - | – | — |\.?$)|\]\s)|^ad: |(?:for (?:sale|rent|hire)|to let|wanted|situations vacant|lost and found): |(?:a|this) (?:message|word) from (?!(?:the|a|his|her) )[^:.!?]{3,50}: )/iu;

/** "Ana Berg spoke to Tom Ferro in Velm." under an interview. */
const SPOKE_TO = new RegExp(
  String.raw`^[*_(]{0,2}${NAME} (?:spoke|talked|was (?:speaking|talking)|was interviewed) (?:to|with|by) ${NAME}(?: (?:in|on|by|at|via|from) [^.!?]{2,50})?[.)*_]{0,3}$`,
  'u',
);

/** True under an interview for the line that says who spoke to whom. */
export const isInterviewNote = (sentence: string): boolean => SPOKE_TO.test(sentence);

const SPEAKS = /\b(?:said|says|told|tells|according to|announced|denied|confirmed)\b/iu;
const QUOTED = /^["“”'‘«„]/u;

/** What a sentence at a report's edge is: who made it, what the outlet wants of its reader, what it sells. Null for reporting. */
export const edgeKind = (sentence: string, nearEdge: boolean): BlockKind | null => {
  const text = withoutClock(sentence.replace(/^[*_>]{1,3}/u, ''));
  if (text.length > 320 || QUOTED.test(text) || SPEAKS.test(text)) return null;
  if (nearEdge && AUTHOR_LINE.test(text)) return 'byline';
  if (nearEdge && MAKER_LINE.test(text)) return 'credits';
  if (PRICED.test(text) || SOLD.test(text)) return 'advert';
  if (CREDITS.some((cue) => cue.test(text))) return 'credits';
  if (APPEALS.some((cue) => cue.test(text))) return 'appeal';
  if (nearEdge && EMAIL.test(text) && text.length < 160) return 'appeal';
  return null;
};

/** The author need not be named: "The writer is a former ambassador." */
const THE_WRITER =
  /^(?:the )?(?:writer|author|columnist|reviewer|guest writer)s? (?:is|are|was|were|teaches|covers|works)\b/iu;
/** What an author who is named for the first time at the end of a text does or is. */
const WRITES =
  /^(?:,? (?:an?|the) [^.!?]{3,60}, )?\s?(?:teaches|writes|lectures|covers|blogs|is (?:an? |the )?(?:[\p{L}\p{N}’'&-]+ ){0,5}(?:professor|lecturer|analyst|fellow|researcher|historian|lawyer|economist|scholar|correspondent|reporter|writer|columnist|editor|consultant|director|author))\b/iu;
/** "Ana Berg on a life between two quays.", "Ana Berg reports from Velm.": the author in a standfirst, with no other verb. */
export const isStandfirst = (sentence: string): boolean =>
  new RegExp(
    String.raw`^${PEOPLE} (?:on (?:an?|the|how|why|what|who|his|her|life)\b(?!.{0,120}\b(?:said|says|told|met|was|were|is|are|had|has)\b)[^.!?]{5,120}|reports?(?: (?:from|in) [^.!?]{3,40})?|explains|investigates)\.$`,
    'u',
  ).test(sentence);

const WRITER =
  /^(?:is|was) (?:(?:an?|the|our) )?(?:[\p{L}\p{N}’'&-]+ ){0,5}(?:writer|reporter|correspondent|columnist|contributor|freelancer|journalist|author|contributing editor|editor|fellow|bureau chief|photographer)\b|^(?:is|was) [^.!?]{3,90}\bthe author of\b/iu;
const DOES =
  /^(?:is|was|teaches|writes|covers|lectures|works|edits|reports|studies|lives|holds|leads|directs|runs|served|serves|has (?:written|covered|reported))\b/iu;

const escaped = (name: string): string => name.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');

/** Names of those who wrote the report, as its header gives them. */
export const authorsOf = (document: Document): readonly string[] => [
  ...new Set(
    [document.byline, ...document.found.map((fact) => (fact.field === 'byline' ? fact.value : null))]
      .flatMap((line) => (line ?? '').split(/\s*(?:,|;|&|\band\b)\s*/u))
      .filter((name) => /^\p{Lu}\S* (?:\S+ ){0,3}\p{Lu}\S*$/u.test(name)),
  ),
];

/**
 * True for a sentence that tells who the author is: "Ana Berg teaches law in Velm."
 *
 * @param before The text before it: who was spoken of there is no author named at the end.
 */
export const isAuthorNote = (sentence: string, authors: readonly string[], before: string): boolean => {
  const text = sentence.replace(/^[*_(–—\s-]{1,4}/u, '');
  if (QUOTED.test(text) || SPEAKS.test(text) || text.length > 400) return false;
  for (const author of authors) {
    if (!text.startsWith(author)) continue;
    const rest = text.slice(author.length).replace(/^,? (?:[^,.]{2,80}, )?/u, '');
    if (DOES.test(rest) || DOES.test(text.slice(author.length + 1))) return true;
  }
  if (THE_WRITER.test(text)) return true;
  const first = new RegExp(`^${NAME}`, 'u').exec(text)?.[0];
  if (
    first !== undefined &&
    WRITES.test(text.slice(first.length)) &&
    !before.includes(first.split(' ').at(-1) ?? first)
  )
    return true;
  const named = new RegExp(`^${NAME} (?=(?:is|was) )`, 'u').exec(text);
  return (
    named !== null &&
    WRITER.test(text.slice(named[0].length)) &&
    /\b(?:at|for|with|of|in|based|covering|who covers)\b/u.test(text)
  );
};

/** True for what an outlet says of itself at a report's end: "Ostra Weekly thanks ...", "... is supported by the Velm Fund". */
export const isOutletNote = (sentence: string, outlet: string | null): boolean => {
  if (SPEAKS.test(sentence)) return false;
  const bare = outlet?.replace(/^the /iu, '') ?? '';
  const own =
    bare.length < 3 ? 'this' : String.raw`${escaped(bare)}|${escaped(bare.split(' ').slice(-2).join(' '))}|this`;
  return new RegExp(
    String.raw`^[*_(]{0,3}(?:(?:the )?(?:${own})(?: (?:newspaper|magazine|site|website|podcast|programme|program|show|series))?) (?:thanks|wishes to thank|is (?:supported|funded|financed|published|printed|owned|made possible|part of|a member|a project|produced)|receives)\b`,
    'iu',
  ).test(sentence);
};

/** "Issue 14, May 2031", "Vol. 12, No. 3", "For immediate release", "Press release No. 44", "Posted on May 2 by Ana Berg". */
const ISSUE =
  /^(?:(?:issue|vol(?:ume)?\.?|no\.?|number|edition|press release(?: no\.?)?|ref(?:erence)?\.?:?)\s?(?:№ ?)?\d[^.!?]{0,60}|for immediate release\W?|(?:press|news|media) release|embargoed (?:until|to)\b.{3,40}|(?:posted|published|updated) (?:on )?[^.!?]{4,40}\bby \p{Lu}[^.!?]{2,60})$/iu;

/**
 * True for a short line of a report's head that gives date, place, outlet or number of the paper rather than its title.
 *
 * Where the header was read before, its spans tell; elsewhere a line made of a date and short parts beside it.
 */
export const isMastheadLine = (
  document: Document,
  paragraph: { readonly start: number; readonly end: number; readonly text: string },
): boolean => {
  const { text, start, end } = paragraph;
  if (text.length > 120 || /[!?]$/u.test(text) || /\p{Ll}\.\s+\p{Lu}/u.test(text)) return false;
  const within = (field: string): boolean =>
    document.found.some(
      (fact) => fact.field === field && fact.span !== null && fact.span[0] >= start && fact.span[1] <= end,
    );
  if (within('title')) return false;
  const words = text.split(/\s+/u).length;
  if (words <= 14 && (isHeaderLine(text) || ISSUE.test(text))) return true;
  const dated = within('published');
  if (dated && words <= 10 && !/\.$/u.test(text) && !/\b(?:met|said|says|was|were|is|are|has|had)\b/u.test(text))
    return true;
  // Between the outlet's name and the title of a paper stand its office and number: "Press Service", "No. 12".
  const span = (field: string): number | null =>
    document.found.find((fact) => fact.field === field && fact.span !== null)?.span?.[0] ?? null;
  const outlet = span('outlet');
  const title = span('title');
  return (
    outlet !== null &&
    title !== null &&
    outlet < start &&
    end < title &&
    words <= 6 &&
    !/[.!?:;,]$/u.test(text) &&
    !within('outlet')
  );
};
