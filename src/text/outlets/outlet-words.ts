/**
 * Words that stand in the names of newspapers, stations, agencies and sites the world over. They tell a name's kind by its
 * wording; which outlets there are is world knowledge (`data/outlets.tsv`). Our own list of general English.
 */
export const OUTLET_WORDS: ReadonlySet<string> = new Set(
  `times post herald tribune journal news gazette chronicle courier courant observer telegraph dispatch bulletin examiner inquirer
  sentinel reporter monitor mirror mail express globe star sun echo argus advertiser standard press daily weekly newspaper
  magazine wire newswire radio tv television broadcasting podcast agency media network online ledger today review record
  register newsletter insider politico digest messenger intelligencer independent guardian leader nation citizen
  patriot banner beacon clarion mercury recorder enquirer spectator quarterly report channel info`.split(/\s+/),
);
