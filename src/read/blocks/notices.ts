/** Cues for what surrounds reporting: who made it, what else to read, what the reader is asked to do. By sentence or paragraph. */

const CAPITAL = String.raw`["'“‘(\[]?\p{Lu}`;

/** "Additional reporting by A", "(Reporting by A; editing by B)", "Fact-checking this week by C": a name must follow, and no verb. */
const WORK_BY =
  /^\W{0,3}(?:with )?(?:(?:additional|original|theme|further|extra|lead|senior|executive|sound|video|audio) ){0,2}(?:reporting|writing|editing|translation|translated|production|produced|photography|photographs?|photos?|pictures?|images?|research|researched|fact[- ]?check(?:ing|ed|s)?|graphics?|illustrations?|illustrated|sound design|mixing|mixed|engineering|engineered|compiled|edited|music|score|design|animation|cinematography|narrated|narration|hosted|transcription|transcribed)(?: and [\p{L}-]{3,20})?(?:,? (?:this week|for this \p{L}{3,12}|(?:in|on|for|to) (?:this|the|our) [\p{L} ]{3,24}|in \p{Lu}[\p{L} ]{2,24}))?(?: (?:was|were|is|are|provided|contributed))?(?: done)? (?:by|from)[: ]\s?/iu;

const CREDITS: readonly RegExp[] = [
  /^(?:our|the) (?:(?:theme|original|closing|opening) )?(?:music|song)(?: \p{L}+)? (?:is|was|were|comes|are) (?:written |composed |performed |made |created )?(?:by|from)\b/iu,
  /^(?:our|the) (?:(?:show|episode|senior|executive|supervising|managing|associate|technical|sound|audio|story)(?:'s|’s)? ){0,2}(?:engineers?|producers?|editors?|fact[- ]?checkers?|sound designers?|interns?|hosts?|mix(?:er|ing engineer)s?|directors? of audio)(?: \p{L}+){0,2} (?:is|are|was|were)\b/iu,
  /^(?:the|this|our|today's|today’s) (?:show|episode|podcast|newsletter|broadcast)(?: (?:is|was|has been))? (?:made|produced|edited|hosted|written|reported|engineered|mixed|scored|presented|created|recorded)(?: and [\p{L}-]{3,16})? (?:by|at|in)\b/iu,
  /^(?:the )?[\p{L}\p{N}'’ ]{2,60} is an? (?:co-?)?production of\b/iu,
  /^\p{Lu}[^.!?]{3,120} (?:contributed (?:to this (?:report|story|article|piece)|reporting)|assisted in (?:reporting|research))\b/u,
  /^\W{0,3}(?:photo|image|picture|video|illustration|graphic|cover|featured image|credits?|photo credits?|image credits?|picture credits?|photograph|file photo|illustrative (?:photo|image))s?(?: by|:| courtesy(?: of)?| \/)\s?(?!.{0,120}\b(?:shows?|showed|has|have|had|was|were|will)\b).{2,120}$/iu,
  /^\W{0,2}(?:©|\(c\) |copyright\b)\s?(?:©|\(c\))?\s?(?:\d{4}|\p{Lu})/iu,
  /^.{0,100}\ball rights reserved\b.{0,60}$/iu,
  /^(?:\p{Lu}[\p{L}.'’-]+ ){1,3}?(?:via )?\p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+){0,3}\/(?:via )?\p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+){0,2}(?:\/(?:via )?\p{Lu}[\p{L}. ]{1,30}){0,2}\.?$/u,
];

/** Greetings and farewells of a show. Only looked for in transcripts: "Welcome to Ostra" opens many a travel story. */
const SHOW_CREDITS: readonly RegExp[] = [
  /^(?:(?:hello|hi|hey|good (?:morning|evening|afternoon))(?:,? (?:everyone|everybody|there|all|listeners))?(?: and|[,.]) )?welcome (?:back )?to\b/iu,
  /^(?:(?:[Yy]ou(?:'re|’re| are) listening to|[Tt]his is) (?:the )?|[Ff]rom )(?:\p{Lu}[\p{L}\p{N}'’]*)(?: (?:of|the|and|for|on|in|from|with|\p{Lu}[\p{L}\p{N}'’]*)){0,6}(?:[.!]|, I(?:'m|’m| am)\b.{0,60})$/u,
  /^(?:and )?I(?:'m|’m| am) (?:your host,? )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’.-]+){1,3}(?:,? (?:and|in for|sitting in for|filling in for)\b.{0,80})?[.,!]?$/u,
  /^(?:and )?(?:thanks|thank you)(?: so much| very much)? for (?:listening|watching|tuning in|joining us)\b/iu,
  /^(?:we(?:'ll|’ll| will) )?see you (?:all )?(?:(?:back )?here |again )?(?:tomorrow|soon|then|next|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|later)\b/iu,
  /^(?:and )?that(?:'s|’s| is) (?:all|it) (?:for|from) (?:today|now|us|this|the)\b/iu,
];

/** Opens the closing part of a show; what follows is credits unless it reports. */
export const SHOW_CLOSE =
  /^(?:and )?that(?:'s|’s| is) (?:all|it) (?:for|from) (?:today|now|us|this)\b|^(?:thanks|thank you)(?: so much)? for listening\b/iu;

const RELATED_WORDS = String.raw`(?:read (?:also|more|next|this|on)|also read|see also|see more|read the full (?:story|article|report)|related(?: (?:articles?|stories|story|coverage|news|content|links?|posts?|topics?|reading|items?|videos?|materials?))?|(?:more|other|recent|latest|previous|past) episodes|more|on (?:the|this) (?:subject|topic|theme)|news on (?:the|this) (?:subject|topic)|you (?:might|may|could) (?:also )?be interested in|(?:previously|earlier|also) in this series|read (?:our|the) (?:earlier|previous|full|latest) [\p{L} ]{3,30}|more (?:on|from|about|stories|headlines|news|coverage|reading|podcasts|videos|articles|posts|interviews)(?: [\p{L}\p{N}'’ ]{2,40})?|further (?:listening|reading|watching|viewing)|recommended(?: (?:reading|for you|stories|articles?))?|(?:you )?(?:may|might) also (?:like|be interested in|enjoy)|don['’]?t miss|most (?:read|popular|viewed|shared)|trending(?: now)?|in case you missed it|icymi|must[- ]reads?|(?:latest|top|other|breaking) (?:news|stories|headlines|articles)|popular (?:news|now|articles)|what to read next|what (?:we(?:'re|’re| are)|i(?:'m|’m| am)|else (?:to|we(?:'re|’re| are))) ?(?:read|watch|listen)(?:ing)?(?: to)?(?: this week| now| today)?|worth your time|elsewhere|(?:up|read|watch) next|dig deeper|go deeper|explore more|editor['’]?s['’]? (?:picks?|choice)|listen(?: to)?(?: more| also| next| now)?|watch(?: also| more| now| the video)?|previously(?: on .{2,30})?|from the archives?|similar (?:articles|stories|news|posts))`;
const RELATED_ALONE = new RegExp(String.raw`^[^\p{L}\p{N}]{0,4}${RELATED_WORDS}[^\p{L}\p{N}]{0,4}$`, 'iu');
const RELATED_LEAD = new RegExp(
  String.raw`^[^\p{L}\p{N}]{0,4}(?:${RELATED_WORDS})\s?(?::|»|>{1,2}|→|\|)\s?[*_]{0,2}\s?\S`,
  'iu',
);
/** A pointer to another page or another day's paper. */
const ELSEWHERE =
  /^[^\p{L}\p{N}]{0,4}(?:see (?:also )?(?:page|pages|p\.) ?\d{1,3}|(?:tomorrow|next week|next month|coming up|also|elsewhere)(?: (?:in|on) (?:the |this |our )?[\p{L}\p{N}'’ ]{2,40})?|(?:in|on) (?:other|the next|the following|this week's|this week’s) (?:pages?|issues?|episodes?)|earlier|inside|continued on page \d{1,3})\s?[:—–]\s?\S[^.]{3,160}[.?]?$/iu;
/** Titles side by side: "Ostra raises port fees | Ten cheap islands". */
const TITLES = /^[>*•\s]{0,4}\p{Lu}[^|.]{9,90}(?: \| \p{Lu}[^|.]{9,90}){1,6}\??$/u;
/** "→ Ten cheap islands", "Ten cheap islands >>": an arrow stands for a link. */
const ARROWED = /^(?:→|»|>{2}|►|▶|➤)\s?\p{Lu}[^.]{6,140}$|^\p{Lu}[^.]{6,140}\s(?:→|»|>{2,3})$/u;
const TAGS =
  /^\W{0,3}(?:tags?|topics?|keywords?|filed under|categor(?:y|ies)|hashtags?|in this (?:article|story))\s?:/iu;
const HASHTAGS = /^(?:#[\p{L}\p{N}_]{2,40}[\s,|]{0,3}){2,20}$/u;

const NEWSLETTER = String.raw`(?:newsletters?|updates?|alerts?|e-?mails?|briefings?|inbox|digest|mailing list|account|membership|free trial|push notifications)`;
const OURS = String.raw`(?:us\b|our\b|this (?:site|show|podcast|newsletter|channel|website|page)|independent (?:journalism|media|reporting))`;
const PLATFORM = String.raw`(?:twitter|x|facebook|instagram|telegram|youtube|whatsapp|viber|tiktok|linkedin|threads|bluesky|mastodon|patreon|google news|apple podcasts?|spotify|rss|flipboard|substack|reddit|discord)`;

const APPEALS: readonly RegExp[] = [
  new RegExp(
    String.raw`^(?:please )?(?:consider )?support(?:ing)? (?:${OURS}|.{2,60} (?:on|via|through) (?:patreon|ko-?fi|paypal|buy me a coffee|kickstarter))`,
    'iu',
  ),
  /^(?:please )?subscribe(?: (?:now|today|here|free|for free|to|for|on|via|wherever|and)\b|[!.:]|$)/iu,
  new RegExp(
    String.raw`^(?:please )?(?:sign up|register|signup)\b.{0,100}\b(?:${NEWSLETTER}|(?:here|today|now|free)[.!]?$)`,
    'iu',
  ),
  new RegExp(
    String.raw`^(?:please )?(?:follow|like|find|join|add|connect with|watch|read) (?:us\b|our\b|@\w|.{2,60} (?:on|via) ${PLATFORM}\b)`,
    'iu',
  ),
  /^(?:please )?(?:join|become) (?:an? |our |the )?.{0,40}\b(?:member|subscriber|patron|supporter|telegram|whatsapp|channel|community|conversation|newsletter)s?\b.{0,60}(?:[.!]|$)/iu,
  /^(?:please )?(?:donate|make an? (?:donation|contribution|gift)|give)(?: (?:now|today|here|to (?:us|our|support|keep)|what you can)\b|[!.]|$)/iu,
  /^(?:please )?(?:download|get|install|try) (?:our|the [\p{L}\p{N} ]{2,30}) (?:free )?(?:mobile )?apps?\b/iu,
  /^(?:please )?(?:get|receive|want) .{2,80}\b(?:newsletter|briefing|your inbox|to your phone|by e-?mail)\b/iu,
  /^(?:if|because) you (?:like|liked|love|enjoy|enjoyed|value|valued|appreciate|found|find|want to (?:support|help|read more)|have (?:a (?:news )?tip|information|a story|feedback|any (?:questions|comments|information)))\b.{0,160}\b(?:newsletter|journalism|subscrib|donat|support|tips?\b|contact|e-?mail|share|review|member|patreon|our work|follow|write to)/iu,
  /^(?:already (?:a |an )?(?:subscriber|member|registered)|not (?:yet )?a (?:subscriber|member)|have (?:a|an) (?:news |story )?(?:tip|account|story)|got a (?:news )?tip|do you have (?:a |any )?(?:tips?|information|a story))\b/iu,
  /^(?:please )?(?:log ?in|sign in|create (?:a|an|your) (?:free )?account|register|subscribe) (?:to|or|and) (?:continue|read|access|comment|view|subscribe|register)\b/iu,
  /^(?:please )?(?:enable|turn on) (?:javascript|cookies)\b|^(?:we|this (?:web)?site) uses? cookies\b|^(?:accept|manage|reject) (?:all )?cookies\b/iu,
  /^(?:please )?(?:click|tap|press|scan)(?: (?:here|play|the|below|on)\b)(?=.{0,80}\b(?:to|and|below|link|button|code|along)\b)/iu,
  /^(?:please )?(?:share|print|save|bookmark|e-?mail|gift|comment on|comments? on)(?: (?:this|the) (?:article|story|post|page|episode|link)\b|(?: (?:on|via|to) (?:facebook|twitter|x|linkedin|whatsapp|telegram|e-?mail))\b|[!.]?$)/iu,
  /^(?:please )?(?:leave|write|post|add|send|drop) (?:us )?(?:a|your|an) (?:comment|review|rating|reply|voice ?(?:message|mail|note)|line)\b/iu,
  /^(?:please )?(?:rate|review)(?:,? (?:and|rate|review|subscribe))* (?:us|and review|the show|this (?:show|podcast)|our)\b/iu,
  /\bwherever you (?:get|listen to|find) (?:your |the )?(?:podcasts?|show|shows)\b/iu,
  /^(?:you can )?(?:contact|reach|e-?mail|write to|message) (?:us|the (?:author|reporter|editor|newsroom)s?|this reporter|our (?:team|newsroom|reporters))\b/iu,
  /^your (?:support|donation|contribution|subscription)s? (?:makes?|helps?|keeps?|allows?|enables?|matters|counts)\b/iu,
  /^(?:we|our (?:journalism|newsroom|work|reporting)) (?:rely|relies|depends?|is funded|are funded|need) (?:on |by )?(?:you|your|readers?|our readers)\b/iu,
  /^(?:skip to (?:main )?content|(?:listen to|hear) this (?:article|story)|(?:show|hide|load|view|see) (?:more )?comments?|\d{1,2} min(?:ute)?s? (?:read|listen)|reading time\b.{0,20}|back to top|loading\.{0,3}|play (?:video|audio|episode)|share|comments?|menu|search|home|print|newsletter|podcasts?|subscribe now|transcript available)[.!:]?$/iu,
];

/** Begins with a quotation mark, or ends with one that was opened in an earlier sentence: somebody speaks. */
const isQuoted = (text: string): boolean =>
  /^["“”'‘«„]/u.test(text) || (/["”»]$/u.test(text) && !/["“«„]/u.test(text.slice(0, -1)));

/** "Research by Ostran scientists shows" begins like a credit: what follows a credit's name is more names, never a verb. */
const GOES_ON =
  /\b(?:found|finds|shows?|showed|shown|suggest\p{L}*|reveal\p{L}*|indicat\p{L}*|that|has|have|had|is|are|was|were|will|would|confirm\p{L}*|said|says|could|can|may)\b/u;

const isWorkBy = (text: string): boolean => {
  const match = WORK_BY.exec(text);
  if (!match) return false;
  const rest = text.slice(match[0].length);
  return /^["'“‘(]?(?:the |our )?\p{Lu}/u.test(rest) && !GOES_ON.test(rest);
};

/** True for a sentence that says who made the report or the show, whose picture it is, or whose rights. */
export const isCredit = (text: string, spoken: boolean): boolean => {
  if (isQuoted(text)) return false;
  return (
    isWorkBy(text) || CREDITS.some((cue) => cue.test(text)) || (spoken && SHOW_CREDITS.some((cue) => cue.test(text)))
  );
};

/** True for a sentence that asks the reader to do something for the outlet, or that is furniture of the page. */
export const isAppeal = (text: string): boolean => {
  if (isQuoted(text) || text.length > 320) return false;
  const bare = text.replace(/^[*_#>\-–—•→►▶|\s]{1,6}/u, '');
  // A reported sentence may begin the same way ("Follow us, he said"); an outlet's own never names a speaker.
  if (/\b(?:said|says|told|according to)\b/iu.test(bare)) return false;
  return APPEALS.some((cue) => cue.test(bare));
};

/** What a paragraph is in a list of other things to read: the list's heading, an entry with the heading in it, or neither. */
export const relatedPart = (text: string): 'heading' | 'entry' | null => {
  const head = text.slice(0, 300);
  if (text.length < 60 && RELATED_ALONE.test(head)) return 'heading';
  if (TAGS.test(head) && text.length < 400) return 'entry';
  if (text.length < 300 && HASHTAGS.test(head)) return 'entry';
  if (text.length < 200 && ELSEWHERE.test(head) && !/["“”]|\b(?:said|says|told|met|agreed)\b/u.test(head))
    return 'entry';
  if (text.length < 300 && (TITLES.test(head) || ARROWED.test(head))) return 'entry';
  if (text.length < 260 && RELATED_LEAD.test(head)) return 'entry';
  return null;
};

/** Labels that cut a page where an advertisement stood. */
export const isAdvertLabel = (text: string): boolean =>
  text.length < 80 &&
  /^\W{0,4}(?:advertise?ments?|ad|sponsored(?: (?:content|post|by .{2,40}|links?))?|promoted(?: content)?|(?:a |today's |today’s )?(?:word|message) from (?:our|today's|today’s) (?:sponsors?|partners?)|presented by .{2,40}|paid (?:content|post|partnership|promotion)|(?:story|article) continues (?:below|after).{0,30}|advertisement\W.{0,40}|scroll (?:down )?to continue(?: reading)?.{0,20}|continue reading below.{0,20})\W{0,4}$/iu.test(
    text,
  );

/** "It's Friday, May 2nd.": how a show gives its date. */
export const isSpokenDate = (text: string): boolean =>
  text.length < 70 &&
  /^(?:and )?(?:it(?:'s|’s| is)|today is|today's date is|this is) (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b,?(?: (?:the )?.{3,30})?|(?:the )?\d{1,2}(?:st|nd|rd|th) of .{3,20})[.!]?$/iu.test(
    text,
  );

/** `text` begins with a capital, after marks. */
export const startsCapital = (text: string): boolean => new RegExp(`^${CAPITAL}`, 'u').test(text);
