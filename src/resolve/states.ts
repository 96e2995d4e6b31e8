import { nameTokens } from '../text/index.ts';
import type { LocalEntity } from './local-entities.ts';
import { hasStateForm, withoutStateForm } from './office-names.ts';

/** Posts that only a state has. */
const STATE_POST =
  /\b(?:prime|foreign|finance|trade|defen[cs]e|interior|justice|energy) minister\b|\bhead of state\b|\bking\b|\bqueen\b/i;

/** The words of a state's name, without what sort of state it is. */
export const keyOfState = (words: string): string => nameTokens(withoutStateForm(words)).join(' ');

/** What a local says is a state: "the Republic of Ostra", "the foreign minister of Ostra", "the Ministry of Trade of Ostra". */
export const statesIn = (local: LocalEntity): readonly string[] =>
  [
    ...local.names.flatMap(({ text }) => (hasStateForm(text) ? [text] : [])),
    ...(local.class === 'person' && local.roles.some(({ text }) => STATE_POST.test(text)) ? local.sides : []),
    ...(local.isOffice ? local.sides : []),
  ].map(keyOfState);
