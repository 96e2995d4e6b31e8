/*
 * Words that stand in names without naming anyone: general vocabulary, folded (lower case, no accents, no dots).
 * Sources: titles and forms of address from Debrett's and the Library of Congress name authority practice (MARC field 100,
 * subfield c); particles from the IFLA "Names of Persons" tables; legal forms from the ISO 20275 Entity Legal Forms list.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Forms of address and posts that stand in front of a person's name. */
export const HONORIFICS: ReadonlySet<string> = words(`
  mr mrs ms miss mx dr prof professor sir dame lord lady baron baroness count countess duke duchess prince princess king
  queen sheikh shaikh sheik shaykh emir amir sultan ayatollah hojatoleslam mullah maulana imam rabbi father fr rev reverend
  bishop archbishop cardinal pope sister brother don dona senor senora monsieur madame mme herr frau hon honourable
  honorable president premier chancellor minister secretary senator sen representative congressman congresswoman deputy
  governor gov mayor ambassador envoy judge justice general gen lieutenant lt colonel col major maj captain capt sergeant
  sgt admiral adm commander cmdr marshal brigadier brig corporal private vice prime foreign former acting ex chairman
  chairwoman chair director chief spokesman spokeswoman spokesperson adviser advisor king us haji hajji sayyid syed
`);

/** Words inside a family name that may be left out: nobiliary particles, articles, filiations. */
export const PARTICLES: ReadonlySet<string> = words(`
  von van der den de del della di da do dos das du des la le les el al ad an as ash at az ul ur us bin ibn ben bint abu zu
  zum zur af av ter ten te y e i
`);

/** Words for a generation: two persons of one family carry the same name. */
export const GENERATIONS: ReadonlyMap<string, string> = new Map([
  ['jr', 'jr'],
  ['jnr', 'jr'],
  ['junior', 'jr'],
  ['sr', 'sr'],
  ['snr', 'sr'],
  ['senior', 'sr'],
  ['ii', 'ii'],
  ['iii', 'iii'],
  ['iv', 'iv'],
]);

/** Abbreviations and words of a legal form. */
export const LEGAL_FORMS: ReadonlySet<string> = words(`
  inc incorporated corp corporation co company ltd limited llc llp lp plc gmbh ag kg kgaa ohg ug se sa sas sarl sasu snc
  spa srl sapa bv nv cv vof ab as asa aps oy oyj ans dd doo ad ead eood ood jsc ojsc pjsc cjsc oao pao zao ooo ao tov pat
  prat ek kft nyrt zrt bt rt sro spol zoo sp pte pty sdn bhd tbk pt kk yk jv fze fzco fzc dmcc wll bsc saoc saog saog eirl
  ltda eireli sociedad anonima gesellschaft aktiengesellschaft lda
`);

/** Words that say what sort of organization it is; they may be left out when the name is unmistakable without them. */
export const ORGANIZATION_SORTS: ReadonlySet<string> = words(`
  group holding holdings company companies corporation corp conglomerate enterprise enterprises international global
  industries
`);

/** The same for outlets: "the Meridian news agency" is Meridian. */
export const OUTLET_SORTS: ReadonlySet<string> = words(`
  news newswire agency newspaper newspapers paper daily weekly magazine website site portal online television tv radio
  broadcaster channel outlet wire press newsroom group media english edition podcast com org net
`);

/** Small words that a name may carry or lose. */
export const FUNCTION_WORDS: ReadonlySet<string> = words('the of and for in on a an to at by with');

/**
 * Words of offices that every state has: "the foreign ministry" names one only with its state. After the lists of
 * ministries and agencies common to most governments in the UN Protocol and Liaison Service's blue book.
 */
export const OFFICE_WORDS: ReadonlySet<string> = words(`
  ministry minister department office government cabinet administration presidency parliament congress senate assembly
  council court supreme constitutional commission committee agency service bureau authority directorate embassy consulate
  mission delegation state foreign external affairs defence defense interior internal home finance economy economic treasury
  trade commerce justice energy health agriculture education transport labour labor culture environment development
  security national federal central bank intelligence counterintelligence police army navy air force forces armed military
  general staff prosecutor prosecutors attorney border guard customs tax revenue house upper lower chamber of the and for
`);

/** Words for a sort of public body that its name may carry or lose: "the Treasury", "the Treasury Department". */
export const BODY_SORTS: ReadonlySet<string> = words(
  'department ministry agency service council administration commission',
);
