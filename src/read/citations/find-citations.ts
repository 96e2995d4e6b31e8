import type { Citation, Mention, Span } from '../../model/index.ts';
import { isGivenName, OUTLET_WORDS, orgHead } from '../../text/index.ts';
import type { Known, Sentence } from '../known.ts';

export type CitationInput = Omit<Known, 'citations' | 'frames'>;

/** Whether a name is one of the world's news outlets; data, handed in. */
export type OutletLookup = (name: string) => boolean;

/** What an outlet is called by its kind, in front of or behind its name. */
const OUTLET_KIND =
  'newspaper|daily|weekly|paper|magazine|news agency|agency|news site|news website|website|site|outlet|broadcaster|channel|news channel|portal|publication|news service|newswire|wire service|business daily|podcast|blog|newsletter|radio station|state media|media outlet';
const KIND_BEFORE = new RegExp(`\\b(?:${OUTLET_KIND})\\s*,?\\s*$`, 'i');
const KIND_AFTER = new RegExp(
  `^\\s*(?:,\\s*(?:a|an|the)\\s+(?:(?!(?:of|for|at|with|by|from|to)\\b)[\\p{L}-]+\\s+){0,3})?\\b(?:${OUTLET_KIND})\\b`,
  'iu',
);

/** Verbs by which an outlet passes something on. */
const REPORTING =
  'report(?:s|ed|ing)?|writes?|wrote|reveal(?:s|ed)?|disclos(?:es|ed)|publish(?:es|ed)?|establish(?:es|ed)|learn(?:s|ed|t)|broke the story|first reported|notes?|noted|says?|said|found|reiterates?|stress(?:es|ed)|adds?|added|quotes?|quoted|cit(?:es|ed|ing)|understands|saw|has seen|reviewed|obtained|relay(?:s|ed)?|inform(?:s|ed)?|transmit(?:s|ted)|carr(?:ies|ied)|states?|stated|recounts?|recounted|claims?|claimed|points? out|pointed out|told|tells';
const VERB_AFTER = new RegExp(
  `^(?:[’']s)?[\\s,]*(?:(?:has|have|had|also|first|earlier|previously|later|then|who|which|itself|on \\p{Lu}\\p{Ll}+day|in \\p{Lu}\\p{Ll}+)\\s+){0,3}(?:${REPORTING})\\b`,
  'u',
);
/** "Lantern reports, citing two officials": what only an outlet does. */
const PASSES_ON =
  /^\s+(?:reports?|reported|writes?|wrote|said|says|notes?|noted|informs?|relays?)\b[^.;]{0,25}?,?\s+(?:citing|quoting|with reference to)\b/;
/** What outlets do and offices and people do not: they "say", "state" and "report to" somebody. */
const REPORTS_AFTER =
  /^\s+(?:has |had |first |also |earlier |later )*(?:reported(?! to\b)|reports(?! to\b)|revealed|reveals|published|publishes|wrote|writes)\b/;

/** A name headed by a word for offices, seats and bodies. */
const isOffice = (name: string): boolean =>
  name.split(/\s+/).some((word) => orgHead(word).some((kind) => kind === 'public-body' || kind === 'facility'));

/** "Meridian reporters", "the Meridian's investigation": people and work of an outlet. */
const STAFF_AFTER =
  /^(?:[’']s)?\s+(?:reporters?|journalists?|correspondents?|newsroom|colleagues?|investigation|investigative|story|article|report)\b/;
/** What passes a story on to an outlet: "told the Meridian", "seen by the Meridian". */
const VERB_BEFORE =
  /\b(?:told|tells|informs|relays|writes|reports|to|by|with|in|for|from|with reference to|referring to|refers to|quoted by|citing|cites|cited|quoting|quotes|per|via|source:|credit:|according to|reported by|published (?:by|in)|reported in|revealed by|obtained by|reviewed by|seen by|confirmed to|investigation by|interview with|report (?:by|in|from)|reports (?:by|in|from)|story (?:by|in)|article (?:by|in)|reporting by)\s+(?:the |a |an )?(?:\p{Ll}+ ){0,3}$/iu;
const STRONG_BEFORE =
  /\b(?:citing|cites|cited|quoting|with reference to|referring to|refers to|informs|relays|source:|sources?:|according to|as reported by|reported by|published (?:by|in)|reported in|revealed by|reviewed by|seen by|obtained by|investigation by|report (?:by|in|from)|reports (?:by|in|from)|told)\s+(?:the |a )?(?:[\p{Ll}-]+ ){0,3}(?:\p{Lu}\S+ )?$/iu;
const CITING =
  /\b(?:citing|cites|cited|quoting|with reference to|referring to|via|as reported by|according to|source:)\s/i;
const REPUBLISH =
  /\b(?:originally (?:published|appeared)|first (?:published|appeared)|republished|reprinted|syndicated|reproduced)\b/i;
const OWN_VOICE =
  /\b(?:told (?:this (?:newspaper|paper|magazine|website|site|programme|podcast|agency|station|channel)|us\b|our (?:reporters?|correspondents?|colleagues?))|our (?:own )?(?:reporting|colleagues?|reporters?|correspondents?|investigation)|(?:seen|reviewed|obtained|read|verified) by (?:us|this (?:newspaper|paper|magazine|website|agency))|we (?:have |['’]ve )?(?:reviewed|obtained|spoke|spoken|learned|learnt|found|reported|asked|saw|seen|read|interviewed|verified)\b|(?:tells|answered|informed) us\b|this (?:newspaper|paper|magazine|website|agency) (?:has|reported|revealed|understands|learned|found|saw))/i;
/** The same of a reporter who writes in the first person; said by a guest in a studio it is the guest's. */
const OWN_FIRST_PERSON =
  /\b(?:(?:told|tells|showed|shown|met|wrote (?:to )?|answered|assured) me\b|I (?:have |was not able to |could not |wasn['’]t able to |couldn['’]t )?(?:seen|read|reviewed|obtained|confirm|verify|verified|asked|interviewed|found|visited|spoke (?:to|with)|met)\b|I['’]ve (?:seen|read|reviewed|obtained|found|spoken (?:to|with)|interviewed)\b)/;
/** Words that make a citation background to the story rather than its ground. */
const EARLIER =
  /\b(?:earlier|previously|last (?:week|month|year|spring|summer|autumn|winter|\p{Lu}\p{Ll}+)|(?:had|has) (?:earlier |previously |already )?(?:reported|revealed|written|published)|in (?:January|February|March|April|May|June|July|August|September|October|November|December)|in (?:19|20)\d\d)\b/iu;
const BACKGROUND = /^\s*(?:#+\s*)?(?:background|context|previously|earlier|recall(?: that)?)\b.{0,30}:?\s*$/i;

/**
 * What the text says of where its reporting comes from: outlets it cites, outlets that those cite, its own reporting,
 * republication, and earlier stories told as background.
 *
 * In text order. A citation is found only where a verb or phrase of passing on stands by the name of an outlet; a name is
 * taken for an outlet when the list of the world's outlets has it, its words or the words beside it say so, or the
 * document itself is by it.
 */
export const findCitations = (known: CitationInput, isOutlet: OutletLookup): readonly Citation[] => {
  const found: Citation[] = [];
  const sources = sourcesOf(known);
  const outlets = outletChains(known, isOutlet, sources);
  const background = backgroundFrom(known);
  const names = known.mentions.filter((mention) => mention.form === 'name' && outlets.has(mention.chain));
  let next = 0;
  for (const sentence of known.sentences) {
    const text = known.text.slice(sentence.start, sentence.end);
    const here: Mention[] = [];
    for (let mention = names[next]; mention !== undefined && mention.start < sentence.end; mention = names[++next]) {
      if (mention.start >= sentence.start) here.push(mention);
    }
    const cited = here.filter((mention) => sources.has(mention) || isPassingOn(known, mention, sentence));
    for (const mention of cited) {
      const own = isOwn(known, mention);
      const by = own ? null : citedBy(known, mention, cited);
      if (cited.some((other) => other !== mention && citedBy(known, other, cited) === mention)) continue;
      found.push({
        outlet: mention.head,
        by: by === null || isOwn(known, by) ? null : by.head,
        extent: [sentence.start, sentence.end],
        kind: own ? 'own' : kindOf(text, sentence.start >= background),
      });
    }
    if (cited.length === 0) {
      const voice = OWN_VOICE.exec(text) ?? (isTurn(known, sentence.start) ? null : OWN_FIRST_PERSON.exec(text));
      if (voice !== null && !insideSpeech(known, sentence.start + voice.index)) {
        const start = sentence.start + voice.index;
        found.push({
          outlet: [start, start + voice[0].length],
          by: null,
          extent: [sentence.start, sentence.end],
          kind: 'own',
        });
      }
    }
  }
  const bare = [...found, ...bareNames(known, found)];
  const told = [...bare, ...calledOutlets(known, bare)];
  return [...told, ...sourceLines(known), ...producers(known, isOutlet)].sort((a, b) => a.outlet[0] - b.outlet[0]);
};

/** A capitalised word of the name is one that outlets are called by, or the name is a site's ("Ordel24", "Marrow.info"). */
const hasOutletWord = (name: string): boolean =>
  /^\p{Lu}[\p{L}-]{2,}24$|^\p{Lu}[\p{L}\p{N}-]+\.\p{L}{2,4}$/u.test(name) ||
  name.split(/[\s.-]+/).some((word) => /^\p{Lu}/u.test(word) && OUTLET_WORDS.has(word.toLowerCase()));

const kindOf = (text: string, inBackground: boolean): Citation['kind'] => {
  if (REPUBLISH.test(text)) return 'republishes';
  return inBackground || EARLIER.test(text) ? 'earlier' : 'cites';
};

/** Kinds of saying by which an outlet reports; it may also "want" or "agree", which is no reporting. */
const REPORTS = new Set(['say', 'reveal', 'claim', 'confirm', 'know', 'believe', 'hearsay']);

/** Names that stand as the source of what is reported, at the head of their source or after "and". */
const sourcesOf = (known: CitationInput): ReadonlySet<Mention> => {
  const spans = known.attributions
    .filter((a) => REPORTS.has(a.kind) && a.within === null)
    .flatMap((a) => a.source)
    .sort((a, b) => a[0] - b[0]);
  const found = new Set<Mention>();
  let at = 0;
  for (const mention of known.mentions) {
    while (at < spans.length && (spans[at]?.[1] ?? 0) < mention.start) at++;
    const span = spans[at];
    if (mention.form !== 'name' || span === undefined || mention.start < span[0] || mention.end > span[1]) continue;
    const lead = known.text.slice(span[0], mention.start);
    if (/^(?:the |a |an |both |and |[\p{Ll}-]+ ){0,4}["“”„«'‘]?$/iu.test(lead) || /\band (?:the )?["“]?$/.test(lead))
      found.add(mention);
  }
  return found;
};

/** The words in front of a name, without a mark that opens it in quotes: 'the newspaper "Meridian"'. */
const leadTo = (known: CitationInput, mention: Mention, from: number): string =>
  known.text.slice(Math.max(from, mention.start - 80), mention.start).replace(/["“„«'‘]$/, '');

/** Chains of names that denote an outlet, told by any one of their mentions. */
const outletChains = (
  known: CitationInput,
  isOutlet: OutletLookup,
  sources: ReadonlySet<Mention>,
): ReadonlySet<number> => {
  const chains = new Set<number>();
  for (const mention of known.mentions) {
    if (mention.form !== 'name' || mention.type === 'money' || mention.type === 'group') continue;
    const name = known.text.slice(mention.head[0], mention.head[1]);
    const before = leadTo(known, mention, 0);
    const after = known.text.slice(mention.end, mention.end + 60);
    const reported =
      sources.has(mention) || VERB_AFTER.test(after) || STAFF_AFTER.test(after) || STRONG_BEFORE.test(before);
    const named = isOutlet(name) || hasOutletWord(name);
    const placed = mention.type === 'place' || mention.type === 'facility';
    const called = KIND_BEFORE.test(before) || KIND_AFTER.test(after);
    // "the Lantern reported", "Lantern writes, citing …": nobody says so of a person.
    const reports = REPORTS_AFTER.test(after) || /\b(?:citing|quoting|as reported by)\s+the\s+$/i.test(before);
    const person = mention.type === 'person';
    // People "say so, citing …" as well; they do not "report, citing …".
    const passesOn = PASSES_ON.test(after) && !placed && (!person || REPORTS_AFTER.test(after));
    const passes = (/\bthe\s+$/i.test(before) && reports && !isOffice(name)) || passesOn;
    const likely = !placed && (person ? isOutlet(name) || passes : named) && reported;
    if (isOwn(known, mention) || called || likely || (isOutlet(name) && reported) || passesOn)
      chains.add(mention.chain);
  }
  return chains;
};

const isOwn = (known: CitationInput, mention: Mention): boolean => {
  const outlet = known.document.outlet;
  if (outlet === null) return false;
  const bare = (name: string): string =>
    name
      .toLowerCase()
      .replace(/^the\s+/, '')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return bare(known.text.slice(mention.head[0], mention.head[1])) === bare(outlet);
};

const isPassingOn = (known: CitationInput, mention: Mention, sentence: Sentence): boolean => {
  const before = leadTo(known, mention, sentence.start);
  const after = known.text.slice(mention.end, Math.min(sentence.end, mention.end + 80));
  return (
    VERB_AFTER.test(after) ||
    STAFF_AFTER.test(after) ||
    (VERB_BEFORE.test(before) && (STRONG_BEFORE.test(before) || hasOutletWord(known.text.slice(...mention.head)))) ||
    /[–—-]\s*$/.test(before)
  );
};

/** "Harbour Post reports, citing the Meridian": the outlet that passes on what this one reported. */
const citedBy = (known: CitationInput, mention: Mention, cited: readonly Mention[]): Mention | null => {
  for (const other of cited) {
    if (other === mention || other.chain === mention.chain) continue;
    const [first, second] = other.start < mention.start ? [other, mention] : [mention, other];
    const between = known.text.slice(first.end, second.start);
    if (between.length > 90) continue;
    // "A reports, citing B" and "B, as reported by A".
    if (second === mention && CITING.test(between) && !/as reported by/i.test(between)) return other;
    if (
      first === mention &&
      /\b(?:as |was |been )?(?:reported|cited|quoted|relayed|carried|republished) by\b/i.test(between)
    )
      return other;
  }
  return null;
};

/** Where a section headed "Background" begins; past the end when there is none. */
const backgroundFrom = (known: CitationInput): number => {
  for (const sentence of known.sentences) {
    if (sentence.end - sentence.start < 60 && BACKGROUND.test(known.text.slice(sentence.start, sentence.end)))
      return sentence.end;
  }
  return known.text.length + 1;
};

const isTurn = (known: CitationInput, offset: number): boolean =>
  known.blocks.some((block) => block.kind === 'turn' && block.start <= offset && offset < block.end);

const insideSpeech = (known: CitationInput, offset: number): boolean =>
  known.quotes.some((quote) => !quote.scare && quote.start <= offset && offset < quote.end);

const BARE =
  /(?:\b(?<by>\p{Lu}[\p{L}\p{N}.&'’-]+(?: \p{Lu}[\p{L}\p{N}.&'’-]+){0,3})(?: (?:also|has|had|first|later))* (?:reports|reported|writes|wrote|said|says|notes|noted|informs|relays)\b[^.;:]{0,25}?,? )?\b(?:citing|with reference to|as reported by|first reported by) (?:the )?(?:(?:news |press )?(?:agency|newspaper|daily|weekly|magazine|website|site|portal|outlet|broadcaster) )?["“„«]?(?<outlet>\p{Lu}[\p{L}\p{N}&'’-]+(?: \p{Lu}[\p{L}\p{N}&'’-]+){0,3})(?=["”»]?[,.;)]| (?:which|that|and|as|on)\b)/gu;

/** "…, citing Marrowline." where the name is so bare that it is no mention, or no more than a word taken for a person. */
const bareNames = (known: CitationInput, found: readonly Citation[]): readonly Citation[] =>
  known.sentences.flatMap((sentence): Citation[] => {
    const text = known.text.slice(sentence.start, sentence.end);
    if (!/\b(?:citing|reference to|reported by)\b/.test(text)) return [];
    return [...text.matchAll(BARE)].flatMap((match): Citation[] => {
      const name = match.groups?.outlet ?? '';
      const start = sentence.start + match.index + match[0].lastIndexOf(name);
      const taken = found.some(({ outlet }) => outlet[0] < start + name.length && outlet[1] > start);
      const other = known.mentions.some(
        (m) =>
          m.start < start + name.length &&
          m.end > start &&
          (m.form !== 'name' ||
            m.role !== null ||
            (m.type !== 'person' && m.type !== 'organization') ||
            /\s/.test(name)),
      );
      if (taken || other || insideSpeech(known, start) || isOffice(name) || isGivenName(name.split(' ')[0] ?? ''))
        return [];
      const by = match.groups?.by;
      const from = sentence.start + match.index;
      return [
        {
          outlet: [start, start + name.length],
          by: by === undefined ? null : [from, from + by.length],
          extent: [sentence.start, sentence.end],
          kind: kindOf(text, false),
        },
      ];
    });
  });

const CALLED = new RegExp(
  `^(?:[Tt]he |[Aa]n? )?(?:[\\p{Ll}-]+ ){0,3}?(?:${OUTLET_KIND}),? ["“„«]?(?<name>\\p{Lu}[^"”»,]*)["”»]?$`,
  'u',
);

/** "The newspaper Lantern wrote that …" where the name is no mention: whoever reports it is called an outlet. */
const calledOutlets = (known: CitationInput, found: readonly Citation[]): readonly Citation[] =>
  known.attributions.flatMap(({ kind, source }): Citation[] => {
    const [span] = source;
    if (span === undefined || !REPORTS.has(kind) || insideSpeech(known, span[0])) return [];
    const name = CALLED.exec(known.text.slice(...span))?.groups?.name;
    if (name === undefined) return [];
    const start = span[0] + known.text.slice(...span).lastIndexOf(name);
    const outlet: Span = [start, start + name.length];
    if (found.some((other) => other.outlet[0] < outlet[1] && other.outlet[1] > outlet[0])) return [];
    const sentence = known.sentences.find((one) => one.start <= start && start < one.end);
    if (sentence === undefined) return [];
    const extent: Span = [sentence.start, sentence.end];
    return [{ outlet, by: null, extent, kind: kindOf(known.text.slice(...extent), false) }];
  });

const SOURCE_LINE = /^[ \t]*(?:sources?|via|original(?: source)?)\s*:[ \t]*(?<name>\S[^\n]{1,90})$/gim;

/** "Source: The Meridian, as reported by Harbour Post" as a line of its own, in whatever block. */
const sourceLines = (known: CitationInput): readonly Citation[] => {
  const found: Citation[] = [];
  for (const match of known.text.matchAll(SOURCE_LINE)) {
    const whole = match.groups?.name ?? '';
    const start = match.index + match[0].indexOf(whole);
    const parts = /^(?<outlet>.+?)(?:,?\s+(?:as )?(?:reported|cited|quoted) by\s+(?<by>.+?))?[.\s]*$/i.exec(whole);
    const outlet = trimName(parts?.groups?.outlet ?? whole);
    if (!/^\p{Lu}|^the\s/iu.test(outlet) || outlet.split(/\s+/).length > 8) continue;
    const covered = known.sentences.some(
      (s) => s.start <= start && start < s.end && s.end - s.start > whole.length + 60,
    );
    if (covered) continue;
    const at = start + whole.indexOf(outlet);
    const by = parts?.groups?.by;
    const byStart = by === undefined ? 0 : start + whole.lastIndexOf(by);
    const span: Span = [at, at + outlet.length];
    found.push({
      outlet: span,
      by: by === undefined ? null : [byStart, byStart + trimName(by).length],
      extent: [match.index, match.index + match[0].length],
      kind: 'cites',
    });
  }
  return found;
};

const PRODUCTION =
  /\b(?:co-?production|production|presentation|publication|podcast|programme|program|newsletter|partnership) (?:of|by|from|between|with) (?<names>[^.\n]{3,120})/gi;

/** "… is a co-production of A and the B" in the credits: whose own work this document is. */
const producers = (known: CitationInput, isOutlet: OutletLookup): readonly Citation[] =>
  known.blocks.flatMap((block) => {
    if (block.kind !== 'credits') return [];
    const text = known.text.slice(block.start, block.end);
    return [...text.matchAll(PRODUCTION)].flatMap((match): Citation[] => {
      const list = match.groups?.names ?? '';
      const from = block.start + match.index + match[0].length - list.length;
      return [...list.matchAll(/(?:\p{Lu}[\p{L}\p{N}'’.&-]*)(?:\s+(?:of |the )?\p{Lu}[\p{L}\p{N}'’.&-]*)*/gu)]
        .filter((name) => isOutlet(name[0]) || hasOutletWord(name[0]))
        .map((name) => ({
          outlet: [from + name.index, from + name.index + name[0].length],
          by: null,
          extent: [block.start + match.index, block.start + match.index + match[0].length],
          kind: 'own',
        }));
    });
  });

/** "The Meridian (TM)" is cited as The Meridian. */
const trimName = (name: string): string =>
  name
    .replace(/\s*\([^)]*\)\s*/g, ' ')
    .replace(/[\s.,;]+$/, '')
    .trim();
