/** Words beside a name that tell of its type. */

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const LOCATIVE = set('in near outside inside across throughout');
export const TAKES_IN = set(
  `trust confidence faith belief believe interest interested stake share shares stock holding investment invest investor involve involved
  confide disappointed doubt equity bond loss change role rooted succeed see find have`,
);
export const MOTION = set('travel fly go come arrive return sail drive head move flee journey commute deport relocate');
export const STATE = set(
  `government ministers minister delegation delegations envoys diplomats people parliament army navy military ambassador embassy constitution premier citizens troops borders border soil
  state capital economy republic kingdom territory regime independence sovereignty monarchy currency`,
);
export const SEAT = set('president presidents ministry ministries police officials court presidency');
export const OFFICIAL = set(
  'official officials diplomat diplomats authorities ministry regulator resort port coast soil',
);
export const PARTS = set('percent per-cent cent half quarter third fifth majority');
export const BIDS = set('bid offer takeover merger');
export const PLACE = set(
  'city town village capital port island islands district province region republic kingdom outskirts coast streets residents suburb north south east west',
);
export const FIRM = set(
  `assets facilities shareholders shareholder board subsidiary ceo chairman chairwoman executive chair takeover shares headquarters directors employees
  profits revenue founder acquisition`,
);
export const SHARES = set('shares share stake stakes holding shareholding interest');
export const KIN = set(
  `wife husband son sons daughter daughters brother brothers sister father mother cousin nephew niece widow uncle aunt son-in-law
  brother-in-law father-in-law grandson friend`,
);
export const SELF = set('himself herself');
export const REPORTS = set('reported reports published wrote broadcast');
export const PERSONAL = set(
  'smiled laughed nodded shrugged married resigned retired sat died grew wept grinned dined lives lived',
);
export const VESSELS = set(
  'ship vessel tanker ferry yacht boat freighter trawler tug tugboat barge frigate warship destroyer submarine schooner',
);
export const MEETING = set('meet telephone phone marry befriend');
