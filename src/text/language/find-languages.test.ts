import { describe, expect, it } from 'vitest';
import type { Detect } from './detector.ts';
import { findLanguages } from './find-languages.ts';

/** Written for this test. A report, then a line as short as headings and captions are. */
const SENTENCES: readonly (readonly [language: string, long: string, short: string])[] = [
  [
    'en',
    'The envoy said that the talks in Kelmar had been useful, but that no date was set for the next round.',
    'No date was set for talks',
  ],
  [
    'de',
    'Der Gesandte sagte, die Gespräche in Kelmar seien nützlich gewesen, doch für die nächste Runde gebe es noch keinen Termin.',
    'Keine Einigung über die Häfen',
  ],
  [
    'fr',
    'L’émissaire a déclaré que les pourparlers de Kelmar avaient été utiles, mais qu’aucune date n’était fixée pour la suite.',
    'Aucun accord conclu sur les ports',
  ],
  [
    'es',
    'El enviado dijo que las conversaciones de Kelmar habían sido útiles, aunque todavía no hay fecha para la próxima ronda.',
    'Sin acuerdo sobre los puertos del norte',
  ],
  [
    'pt',
    'O enviado disse que as conversas em Kelmar tinham sido úteis, mas que ainda não há data para a próxima rodada.',
    'Não há acordo sobre os portos',
  ],
  [
    'it',
    'L’inviato ha detto che i colloqui di Kelmar sono stati utili, ma che non è stata fissata una data per il prossimo incontro.',
    'Nessun accordo raggiunto sui porti',
  ],
  [
    'nl',
    'De gezant zei dat de gesprekken in Kelmar nuttig waren geweest, maar dat er nog geen datum is voor de volgende ronde.',
    'Geen akkoord bereikt over de havens',
  ],
  [
    'sv',
    'Sändebudet sade att samtalen i Kelmar hade varit nyttiga men att inget datum var bestämt för nästa omgång.',
    'Ingen överenskommelse om hamnarna',
  ],
  [
    'no',
    'Utsendingen sa at samtalene i Kelmar hadde vært nyttige, men at det ikke var satt noen dato for neste runde.',
    'Fortsatt ikke noen avtale om havnene',
  ],
  [
    'da',
    'Udsendingen sagde, at samtalerne i Kelmar havde været nyttige, men at der endnu ikke var aftalt en dato for næste runde.',
    'Der blev ikke indgået nogen aftale',
  ],
  [
    'fi',
    'Lähettiläs sanoi, että Kelmarin neuvottelut olivat olleet hyödyllisiä, mutta seuraavalle kierrokselle ei ole sovittu päivää.',
    'Satamista ei päästy sopimukseen',
  ],
  [
    'pl',
    'Wysłannik powiedział, że rozmowy w Kelmarze były pożyteczne, ale nie wyznaczono terminu następnej rundy.',
    'Nie ma porozumienia w sprawie portów',
  ],
  [
    'cs',
    'Vyslanec uvedl, že jednání v Kelmaru byla užitečná, ale termín dalšího kola zatím nebyl stanoven.',
    'O přístavech se stále nedohodli',
  ],
  [
    'hu',
    'A küldött azt mondta, hogy a kelmari tárgyalások hasznosak voltak, de a következő forduló időpontját még nem tűzték ki.',
    'Nem született megállapodás a kikötőkről',
  ],
  [
    'ro',
    'Trimisul a declarat că discuțiile de la Kelmar au fost utile, dar că nu s-a stabilit o dată pentru runda următoare.',
    'Niciun acord privind porturile nu a fost încheiat',
  ],
  [
    'tr',
    'Elçi, Kelmar’daki görüşmelerin yararlı geçtiğini, ancak bir sonraki tur için tarih belirlenmediğini söyledi.',
    'Limanlar konusunda anlaşma sağlanamadı',
  ],
  [
    'hr',
    'Izaslanik je rekao da su razgovori u Kelmaru bili korisni, ali da vrijeme i mjesto sljedećeg kruga još nisu određeni.',
    'Dogovora o lukama prije ljeta nema',
  ],
  [
    'sr',
    'Izaslanik je rekao da su razgovori u Kelmaru bili korisni, ali da vreme i mesto sledećeg kruga još nisu određeni.',
    'Posle razgovora nema vremena za dogovor',
  ],
  [
    'sr',
    'Изасланик је рекао да су разговори у Келмару били корисни, али да време следећег круга још није одређено.',
    'Нема договора о лукама пре лета',
  ],
  [
    'ru',
    'Посланник заявил, что переговоры в Кельмаре были полезными, но дата следующего раунда пока не назначена.',
    'Переговоры о портах завершены',
  ],
  [
    'uk',
    'Посланець заявив, що переговори в Кельмарі були корисними, але дату наступного раунду ще не призначено.',
    'Переговори щодо портів завершено, угоди немає',
  ],
  [
    'bg',
    'Пратеникът заяви, че разговорите в Келмар са били полезни, но датата на следващия кръг още не е определена.',
    'Няма споразумение за пристанищата',
  ],
  [
    'kk',
    'Елші Келмардағы келіссөздер пайдалы болғанын, бірақ келесі кездесудің күні әлі белгіленбегенін айтты.',
    'Порттар туралы ұзақ келіссөздер аяқталды',
  ],
  [
    'el',
    'Ο απεσταλμένος είπε ότι οι συνομιλίες στο Κέλμαρ ήταν χρήσιμες, αλλά δεν ορίστηκε ημερομηνία για τον επόμενο γύρο.',
    'Καμία συμφωνία',
  ],
  [
    'ar',
    'قال المبعوث إن المحادثات في كلمار كانت مفيدة، لكن لم يحدد موعد للجولة المقبلة حتى الآن.',
    'انتهت المحادثات بشأن الموانئ',
  ],
  [
    'fa',
    'فرستاده گفت که گفتگوها در کلمار سودمند بوده است، اما هنوز تاریخی برای دور بعدی تعیین نشده است.',
    'گفتگوها درباره بندرها پایان یافت',
  ],
  ['he', 'השליח אמר כי השיחות בקלמר היו מועילות, אך טרם נקבע מועד לסבב הבא.', 'אין הסכם'],
  ['zh', '特使说，在凯尔马尔举行的会谈是有益的，但下一轮会谈的日期尚未确定。', '会谈结束'],
  ['ja', '特使は、ケルマルでの会談は有益だったが、次回の日程はまだ決まっていないと述べた。', '会談は終わった'],
  ['ko', '특사는 켈마르에서 열린 회담이 유익했지만 다음 회담 날짜는 아직 정해지지 않았다고 말했다.', '회담 종료'],
  ['ka', 'ელჩმა განაცხადა, რომ კელმარში გამართული მოლაპარაკება სასარგებლო იყო.', 'შეთანხმება არ არის'],
];

const languagesOf = async (paragraphs: readonly string[], declared: string | null = null) => {
  const text = paragraphs.join('\n\n');
  let from = 0;
  const stretches = paragraphs.map((paragraph): [number, number] => {
    const start = text.indexOf(paragraph, from);
    from = start + paragraph.length;
    return [start, from];
  });
  return findLanguages(text, stretches, declared);
};

const unasked = (): Promise<Detect> => Promise.reject(new Error('the detector was asked for'));

const REPORT = [
  'Talks Resume in Kelmar',
  'KELMAR, 4 May (Ostran Wire) -',
  'The envoy said that the talks had been useful, but that no date was set for the next round of them.',
  '“It was a long day,” Brask said.',
  'Lorne Brask, Halden Mirow and Ida Tessen.',
  'Brask denied it.',
  'Ministers of both states are expected to meet again before the end of the month, according to two officials who were there.',
  '12 May 2031 | 14,200 | 3.5%',
];

describe('findLanguages', () => {
  it.each(SENTENCES)('tells %s by a sentence, and by a line of a document in it', async (language, long, short) => {
    expect((await languagesOf([long])).stretches).toEqual([language]);
    expect(await languagesOf([short, long, long])).toEqual({
      own: language,
      stretches: [language, language, language],
    });
  });

  it.each(SENTENCES.filter(([language]) => language !== 'en'))(
    'tells a paragraph in %s in an English document',
    async (language, long) => {
      const { own, stretches } = await languagesOf([...REPORT.slice(0, 5), long, ...REPORT.slice(5)]);
      expect(own).toBe('en');
      expect(stretches[5]).toBe(language);
      expect(stretches.filter((one) => one !== null && one !== 'en')).toEqual([language]);
    },
  );

  it('takes no short line of another language for English', async () => {
    const told = await Promise.all(
      SENTENCES.map(async ([language, , short]) => [language, (await languagesOf([short])).own]),
    );
    expect(told.filter(([language, own]) => (own === 'en') !== (language === 'en'))).toEqual([]);
  });

  it('asks no detector for an English report with names, quotes and figures', async () => {
    const text = REPORT.join('\n\n');
    const stretches = REPORT.map((part): [number, number] => [text.indexOf(part), text.indexOf(part) + part.length]);
    const { own, stretches: told } = await findLanguages(text, stretches, null, unasked);
    expect(own).toBe('en');
    expect(told).toEqual([null, null, 'en', 'en', null, null, 'en', null]);
  });

  it.each([
    ['names', 'Lorne Brask, Halden Mirow, Ida Tessen'],
    ['figures', '12 345 | 6,7 % | 89'],
    ['an address', 'https://kelmar.example/2031/05/04'],
    ['one word', 'Kelmar'],
    ['nothing', '—'],
  ])('tells nothing by %s', async (_, text) => {
    expect(await languagesOf([text])).toEqual({ own: null, stretches: [null] });
  });

  it('does not take tables and program code in an English document for another language', async () => {
    const table = 'Port | Tonnage | Operator\nKelmar | 14,200 | Azotna\nTirzan | 9,100 | Linden';
    const code = 'const total = rows.reduce((sum, row) => sum + row.tonnage, 0);';
    const { stretches } = await languagesOf([...REPORT, table, code]);
    expect(stretches.slice(-2).every((one) => one === null || one === 'en')).toBe(true);
  });

  it('tells both languages of minutes that give each paragraph twice', async () => {
    const pairs = [
      [
        'The chair opened the meeting and welcomed the delegations of both ports.',
        'Председатель открыл заседание и приветствовал делегации обоих портов.',
      ],
      [
        'The delegations agreed that dredging would begin in the spring of next year.',
        'Делегации договорились, что дноуглубительные работы начнутся весной будущего года.',
      ],
      ['No date was set.', 'Дата не назначена.'],
    ];
    const { stretches } = await languagesOf(pairs.flat());
    expect(stretches).toEqual(['en', 'ru', 'en', 'ru', 'en', 'ru']);
  });

  it('believes what a document declares only between languages that are written alike', async () => {
    const [, bosnian = ''] = SENTENCES.find(([language]) => language === 'hr') ?? [];
    expect((await languagesOf([bosnian], 'bs')).own).toBe('bs');
    expect((await languagesOf([bosnian], 'de')).own).toBe('hr');
    const [, german = ''] = SENTENCES.find(([language]) => language === 'de') ?? [];
    expect((await languagesOf([german], 'en')).own).toBe('de');
  });
});
