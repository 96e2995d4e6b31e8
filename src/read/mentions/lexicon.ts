import type { MentionType } from '../../model/index.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Forms of address that stand before a name and are no post. */
export const ADDRESSES = words(
  `mr mr. mrs mrs. ms ms. miss mx mx. sir dame madam madame lord lady dr dr. prof prof. professor rev rev. reverend father fr. fr
  sheikh sheikha shaykh hajji haji imam rabbi pastor sister brother hon hon. herr frau monsieur signor signora don dona baron
  baroness count countess duke duchess prince princess king queen emir sultan pope`,
);

/** Abbreviated posts and ranks. */
const ABBREVIATED = `gen gen. lt lt. col col. maj maj. capt capt. cmdr cmdr. sgt sgt. adm adm. brig brig. sen sen. rep rep. gov gov.
  pres pres. amb amb. min min. pm cm mk supt supt. insp insp. ceo cfo coo cto mp mep pm fm sec sec. atty atty.`;

/** Nouns for posts and work that the general list of role nouns leaves out: abbreviations and plain words of business. */
export const ROLES = words(
  `${ABBREVIATED} congresspeople broker dealmaker banker chairwoman opposition-leader trawlerman porter principal shipowner
  governor-general appointee organizer organiser host champion`,
);

/** Nouns for a relative that the general list of kinship leaves out. */
export const KIN = words(`widow widower stepson stepdaughter half-brother half-sister fiancé fiancée`);

/** Nouns for persons that say neither post nor kin. */
export const PERSONS = words(`man woman person boy girl guy gentleman lady source someone somebody figure veteran`);

/** Words that belong to a post in front of its noun: "deputy foreign minister". */
export const ROLE_MODIFIERS = words(
  `deputy vice first second former ex acting interim outgoing incoming then late prime foreign finance defence defense interior energy oil
  trade economy economic justice health education agriculture transport information culture culture environment labour labor
  development industry investment special presidential chief senior top lead leading national security policy press treasury executive managing
  general attorney under permanent assistant associate state cabinet privy regional central bank opposition party majority minority
  parliamentary military naval army intelligence police home external public political legal financial commercial real estate
  veteran retired honorary high special personal unofficial secret hotel property media shipping steel gas mining tech
  technology retail software ferry world house communications operating technical co- international affairs relations`,
);

/** Groups of people. */
export const GROUPS = words(
  `people officials men women delegation delegations team teams staff aides allies oligarchs police troops forces crew leadership
  opposition public families relatives parents couple pair trio duo children sources persons elite elites authorities rebels
  militants militia protesters voters citizens residents workers journalists reporters refugees delegates
  cronies associates individuals brothers sisters entourage circle delegation contingent`,
);

const kinds: readonly (readonly [MentionType, string])[] = [
  [
    'publicBody',
    `ministry ministries department government governments administration parliament senate congress assembly duma knesset bundestag cabinet
    court courts tribunal treasury agency agencies commission authority council embassy-office secretariat presidency army navy
    military air-force police intelligence directorate prosecutor's-office bureau regulator kremlin pentagon chancellery
    legislature politburo junta monarchy inspectorate ombudsman office guard service services forces gendarmerie`,
  ],
  [
    'organization',
    `company companies corporation firm firms bank banks fund funds group conglomerate consortium foundation institute institution
    university college school party parties union unions league association federation society committee alliance coalition bloc
    movement network newspaper newspapers magazine broadcaster channel station outlet outlets agency publication daily weekly
    think-tank charity ngo organisation organization organizations organisations airline bureau board club team church trust
    subsidiary startup start-up insurer lender lenders operator utility manufacturer supplier retailer brokerage exchange giant
    monopoly enterprise venture partnership cartel militia brigade brigades chamber academy laboratory`,
  ],
  [
    'facility',
    `hotel palace airport embassy consulate mansion residence villa estate castle hall tower building headquarters hospital
    stadium bridge prison jail base barracks museum theatre theater library mosque church cathedral monastery restaurant cafe resort
    club house house dacha compound station terminal plant refinery shipyard harbour harbor dam port mall center centre
    fortress arena dockyard ranch`,
  ],
  [
    'asset',
    `field fields pipeline pipelines refinery mine mines port ports project projects deposit deposits plant plants stake stakes shares
    asset assets reserves concession concessions terminal yacht ship vessel tanker ferry jet plane aircraft stream licence-block
    smelter shipyard portfolio holdings bonds`,
  ],
  [
    'instrument',
    `plan plans proposal proposals draft drafts treaty treaties agreement agreements accord accords memorandum memo contract contracts deal
    deals resolution resolutions protocol pact convention charter law act bill decree order directive declaration communique
    communiqué roadmap framework blueprint paper document text letter licence license waiver ceasefire armistice constitution
    regulation statute ultimatum sanctions programme program initiative doctrine annex addendum clause`,
  ],
  [
    'place',
    `country countries city town village region province state republic island islands peninsula capital border district territory
    strait sea river lake bay gulf ocean coast mountain mountains valley oblast county canal cape desert basin
    continent archipelago kingdom emirate prefecture municipality suburb street avenue road square park isthmus beach heights
    highlands plateau peninsula`,
  ],
];

/** Type of a thing by the noun that heads its name or description. The first kind that lists a word has it. */
export const HEAD_TYPES: ReadonlyMap<string, MentionType> = (() => {
  const map = new Map<string, MentionType>();
  for (const [type, list] of kinds) for (const word of words(list)) if (!map.has(word)) map.set(word, type);
  return map;
})();

/** Words that say what a name is when it ends in them, though alone they describe something else. */
export const NAME_ENDS: ReadonlyMap<string, MentionType> = new Map(
  [
    ...words(
      `forum journal times post gazette herald tribune ledger news press radio television tv media industries energy petroleum oil gas
      capital partners ventures investments airlines airways motors electric lines shipping logistics systems technologies bancorp
      securities insurance pharmaceuticals telecom studios records entertainment laboratories fc holding holdings`,
    ),
  ].map((word) => [word, 'organization' as const]),
);

/** Last words of the names of papers and broadcasters, most of which begin with a place. */
export const PRESS_WORDS = words(
  `journal times post gazette herald tribune ledger news press radio television tv media courier chronicle review observer mail
  telegraph standard sun star echo express dispatch mirror guardian independent record bulletin monitor examiner inquirer sentinel
  advertiser argus globe weekly daily today agency newspaper magazine broadcaster notebook report messenger mercury register
  insider wire digest`,
);

/** Nouns in front of the name of what publishes: "the portal X". */
export const PRESS_NOUNS = words(
  `newspaper paper magazine broadcaster daily weekly channel outlet portal website newswire tabloid blog podcast news-site site
  publication journal monthly newsletter station bulletin`,
);

/** Followers of a party or faith: groups, though no country's people. */
export const FOLLOWERS = words(
  `republicans democrats conservatives liberals socialists greens tories nationalists unionists loyalists separatists communists`,
);

/** Endings of company names. */
export const ORG_FORMS = words(
  `inc inc. ltd ltd. limited llc llp plc corp corp. corporation co co. company ag gmbh sa s.a. spa s.p.a. nv n.v. bv b.v. oao ooo pao pjsc
  jsc ojsc ab asa oyj as a/s kg kgaa se sarl s.r.l. srl pty pte kk bhd sdn holdings holding group bank capital`,
);

/** Heads that take "of ..." into their name: "Ministry of Trade", "Bank of Ostra", "Gulf of Sarr". */
export const OF_HEADS = words(
  `ministry department bank university institute council house office court union republic kingdom port gulf strait bay isle isles
  city church association federation organization organisation committee chamber board school college center centre museum league society
  party fund movement states bureau agency authority service treaty declaration convention memorandum charter act ministers minister
  secretary president chancellor conference community academy army alliance confederation congress parliament assembly commonwealth emirates
  sea cape duchy principality state province district region commission world bill group accord agreement bureau archbishop bishop
  patriarch prince duke sons daughters friends heads knights order hall palace tower plan front voice times bank`,
);

/** Words of a field of policy, which "and" joins inside a body's name: "National Security and Defence Council". */
export const FIELDS = words(
  `foreign commonwealth security defence defense trade industry commerce finance economy economic development energy oil gas culture arts
  science technology research health human rights justice interior labour labor agriculture transport information environment climate
  education sport youth tourism investment petroleum mineral mines resources international national relations cooperation affairs
  exchange securities intelligence drug food children democracy freedom standards markets water forestry fisheries food tobacco
  firearms explosives urban rural housing immigration customs border migration communications digital planning budget revenue
  political strategic public private social welfare safety cybersecurity mining metals space aviation maritime ports shipping`,
);

/** Lower-case words inside names of people and places. */
export const PARTICLES = words(
  `de da do dos das del della di du van von der den ter ten la le las los bin ibn bint al el ul ur ud af av zu y e abu`,
);

export const TIME_WORDS = words(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
  december jan jan. feb feb. mar. apr apr. jun. jul. aug aug. sep sep. sept sept. oct oct. nov nov. dec dec. today yesterday
  tomorrow tonight gmt utc est edt cet bst a.m. p.m. am pm ad bc spring summer autumn winter easter christmas ramadan eid hanukkah
  passover thanksgiving halloween noon midnight morning afternoon evening mon tue tues wed thu thurs fri sat sun`,
);

/** Capitalised words that name no one and nothing: words of a page, abbreviations. */
export const NOT_NAMES = words(
  `i i'm i've i'd i'll god internet covid covid-19 coronavirus omicron tv pdf faq url http https www html email e-mail
  transcript details background source sources summary headline updated update photo image caption credit read related
  advertisement advert subscribe newsletter analysis opinion editorial exclusive breaking live video watch listen share comment
  comments copyright okay ok yes no it gdp vat ipo ai q a ii iii iv rs`,
);

/** Religions and creeds: no names alone, but parts of names ("Islamic Republic", "Democratic Union"). */
export const CREEDS = words(
  `muslim muslims christian christians jewish jew jews islam islamic islamist islamists catholic catholics orthodox protestant
  buddhist hindu sunni shiite shia bible koran quran gospel nazi nazis communist marxist marxism leninist zionist zionism
  democrat democratic republican conservative arabic latin cyrillic cold world great olympic olympics black white`,
);

/** Verbs whose subject speaks: a person or a body. */
export const SAYING = words(
  `say tell add note write report claim announce argue explain insist warn deny confirm acknowledge admit declare state stress suggest
  recall reveal reply respond ask joke comment describe emphasize emphasise urge promise vow testify concede assert predict remark
  quip shrug speak think believe know`,
);

/** Verbs whose subject is a person, hardly ever a body. */
export const HUMAN_VERBS = words(
  `meet fly travel arrive marry sit dine laugh smile shrug nod born die retire resign graduate study wear walk joke speak phone telephone
  appoint recall remember text greet hug visit drive grow live sleep eat drink chair lead head own found serve`,
);

/** Prepositions of movement and rest, after which an unknown name is most likely a place. */
export const PLACE_PREPOSITIONS = words(`in near across throughout outside inside around into toward towards`);
export const MOVEMENT_VERBS = words(
  `fly travel go come arrive return drive sail head land move walk flee fly visit leave depart born live settle meet convene gather`,
);

/** Words of direction and extent in front of a place: "northern X". */
export const DIRECTIONS = words(
  `north south east west northern southern eastern western central north-eastern north-western south-eastern south-western upper lower
  northeastern northwestern southeastern southwestern mainland downtown occupied nearby neighbouring neighboring`,
);

/** Plural nouns for people that stand as possessors inside names: "Fishermen's League". */
export const PLURAL_PEOPLE = /(?:men|women|people|children|ers|ors|ists|ants|farmers|students)$/i;
