import { romanKey } from './roman-key.ts';

/*
 * Given names that stand for one another: short forms, and one name in several languages. Folded spelling.
 * General knowledge, as in Hanks, Hardcastle & Hodges, "A Dictionary of First Names" (Oxford, 2006). Spellings that the
 * Romanization rules of `roman-key.ts` already bring together are not listed.
 */
const FAMILIES = `
  abraham abe ibrahim avraham
  albert al bert
  alexander aleksandr oleksandr aliaksandr alex sasha sander alejandro alessandro alexandre iskander
  alexandra aleksandra sasha sandra oleksandra
  alexei aleksey oleksiy alyaksei
  andrew andy andrei andriy andrey andreas andres andrzej
  anthony tony anton antonio antoine antoni
  antonia tonya
  benjamin ben benny binyamin
  boris borys
  catherine katherine kathryn cathy kate katie ekaterina kateryna katarina yekaterina
  charles charlie chuck carlos karl carl
  christopher chris kristof christophe
  daniel dan danny danilo danylo
  david dave davide davit
  dmitry dmitri dmytro dimitri dima
  donald don donnie
  edward ed eddie ted eduard edvard
  elizabeth liz beth betty yelizaveta elisabeth eliza
  eugene gene yevgeny evgeny yevhen evgeni
  francis frank francisco francesco francois franz frantisek
  frederick fred freddy friedrich fritz frederik
  george georgy georgi heorhiy yuri yuriy jorge giorgio georg jerzy georges
  gennady hennadiy gennadi
  gerald gerry jerry
  gregory greg grigory hryhoriy grigori
  helen elena olena yelena
  henry harry hank henri heinrich enrique
  igor ihor
  james jim jimmy jamie jacob jake yakov
  john jack johnny ivan jean juan johannes hans jan giovanni joao yohanan sean ian
  joseph joe joey josef jose giuseppe yosef iosif josip
  joshua josh
  kenneth ken kenny
  lawrence larry laurence lars
  leonard len lenny
  leo lev leon
  louis lou luis luigi ludwig
  margaret maggie meg peggy marguerite
  mark marc marco marcus markus
  martin marty
  matthew matt matthias matteo mathieu
  michael mike mick mikhail mykhailo michel miguel michele mihail misha mihai
  mohammed muhammad mohamed mohammad mahomed mehmet mohamad mhmd
  natalia natalie nataliya natasha
  nathaniel nathan nate
  nicholas nick nicolas nikolai mykola nicola nikolay nico miklos
  olga olha
  patrick pat paddy
  paul pavel pavlo pablo paolo pavlos
  peter pete pyotr petro piotr pedro pietro pierre petr
  philip phil phillip felipe philippe filip
  raymond ray
  rebecca becky
  richard rick dick rich ricardo
  robert bob rob bobby roberto
  ronald ron ronnie
  samuel sam sammy shmuel
  serge sergei serhiy sergey sergio siarhei
  stephen steve steven stefan stepan esteban stefano etienne stephan
  susan sue suzanne
  theodore ted teddy fyodor fedor teodor
  thomas tom tommy tomas tomasz
  timothy tim
  victor viktor vic
  victoria vicky viktoria
  vincent vince
  vladimir volodymyr uladzimir wladimir
  walter walt
  william bill will billy willy guillermo guillaume wilhelm liam
  yosip osip
  zachary zach
`;

const familiesOf = new Map<string, Set<number>>();
for (const [index, line] of FAMILIES.trim().split('\n').entries()) {
  for (const name of line.trim().split(/\s+/)) {
    const known = familiesOf.get(name) ?? new Set<number>();
    familiesOf.set(name, known.add(index));
  }
}

/** The families, by number, of names that stand for one another to which a folded given name belongs; null when none. */
export const givenNameFamilies = (word: string): ReadonlySet<number> | null => familiesOf.get(word) ?? null;

/** Whether two folded given names are short forms of one another or one name in two languages. False for the unknown. */
export const isSameGivenName = (a: string, b: string): boolean => {
  if (a === b) return true;
  const [left, right] = [familiesOf.get(a), familiesOf.get(b)];
  if (left === undefined || right === undefined) return false;
  return [...left].some((family) => right.has(family));
};

/** Whether a folded word is one of the given names known here. */
export const isKnownGivenName = (word: string): boolean => familiesOf.has(word);

/**
 * Keys under which given names that may be one meet: the first sound of their Romanization, and the names they are forms of.
 * An initial meets every name that it may stand for by its own spelling.
 */
export const givenNameKeys = (word: string): readonly string[] => [
  romanKey(word).slice(0, 1).toLowerCase(),
  ...[...(familiesOf.get(word) ?? [])].map((family) => `form ${family}`),
];
