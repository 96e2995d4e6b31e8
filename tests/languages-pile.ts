/** Written for the tests: an English report with a statement in Russian in it, and two reports that are in other languages all through. */
export const LANGUAGES_PILE: Readonly<Record<string, string>> = {
  'mixed.txt': `Envoy meets minister in Kelmar

KELMAR, 4 May 2031 - The Ostran envoy Lorne Brask met the Tirzan foreign minister Ida Tessen in Kelmar on Friday, two officials said.

Посланник Лорн Браск встретился с министром Идой Тессен в Келмаре, заявили два чиновника, и говорил с ней о портах.

Дата следующей встречи пока не назначена, сказал посланник журналистам в гостинице.

“We spoke about the ports for three hours,” Brask told reporters after the meeting.
`,
  'russian.txt': `Переговоры о портах завершены

Посланник Лорн Браск встретился с министром Идой Тессен в Келмаре, заявили два чиновника, и говорил с ней о портах.
`,
  'arabic.txt': 'قال المبعوث إن المحادثات في كلمار كانت مفيدة، لكن لم يحدد موعد للجولة المقبلة حتى الآن.\n',
};
