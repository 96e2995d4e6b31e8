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

export const TIME_WORDS = words(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
  december jan jan. feb feb. mar. apr apr. jun. jul. aug aug. sep sep. sept sept. oct oct. nov nov. dec dec. today yesterday
  tomorrow tonight gmt utc est edt cet bst a.m. p.m. am pm ad bc spring summer autumn winter easter christmas ramadan eid hanukkah
  passover thanksgiving halloween noon midnight morning afternoon evening mon tue tues wed thu thurs fri sat sun`,
);
