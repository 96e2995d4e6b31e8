import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNames, type NameType, type NameVerdict } from './index.ts';

const verdict = (type: NameType, a: string, b: string): NameVerdict => compareNames(a, b, type).verdict;

const every = (type: NameType, expected: NameVerdict, pairs: readonly (readonly [string, string])[]): void => {
  for (const [a, b] of pairs) {
    const { score, reasons, verdict: found } = compareNames(a, b, type);
    expect(`${a} | ${b}: ${found}`, `${score} ${reasons.map((one) => one.text).join('; ')}`).toBe(
      `${a} | ${b}: ${expected}`,
    );
  }
};

describe('compareNames of persons', () => {
  it('meets names across scripts', () => {
    every('person', 'match', [
      ['Ольга Щербакова', 'Olga Shcherbakova'],
      ['Γιώργος Παπαδάκης', 'Giorgos Papadakis'],
      ['يوسف الحداد', 'Youssef al-Haddad'],
      ['محمد عبد الرحمن', 'Mohammed Abdulrahman'],
      ['יעקב לוי', 'Yaakov Levy'],
      ['王建国', 'Wang Jianguo'],
      ['박지훈', 'Park Ji-hoon'],
    ]);
  });

  it('takes Romanizations of one name as one', () => {
    every('person', 'match', [
      ['Daulet Karabayev', 'Daulet Karabaev'],
      ['Hsu Chien-kuo', 'Xu Jianguo'],
      ['Abd ar-Rahman Khalil', 'Abdurrahman Khaleel'],
      ['Wladimir Lanin', 'Vladimir Lanin'],
      ['Sergejs Lanins', 'Sergei Lanin'],
    ]);
  });

  it('takes another character of Chinese or Korean as another name', () => {
    every('person', 'no match', [
      ['王建国', '王建果'],
      ['박지훈', '박지은'],
    ]);
  });

  it('passes over titles, particles, order, left-out names and joined words', () => {
    every('person', 'match', [
      ['Lanin, Viktor', 'Dr. Viktor Lanin PhD'],
      ['Claire Le Goff', 'Claire Legoff'],
      ['ViktorLanin', 'Viktor Lanin'],
      ['Viktor Ivanovich Lanin', 'Viktor Lanin'],
      ['Ana Mora Delgado', 'Ana Mora'],
      ['V. Lanin', 'Viktor Lanin'],
      ['Bob Halloran', 'Robert Halloran'],
      ['Ben Halloran', 'Benjamin Halloran'],
    ]);
  });

  it('passes over slips of the pen and of the ear', () => {
    every('person', 'match', [
      ['Viktor Lanni', 'Viktor Lanin'],
      ['V1ktor Lan1n', 'Viktor Lanin'],
      ['Robert Hallorann', 'Robert Haloran'],
      ['ANA MARIA DELGADO MOR', 'Ana Maria Delgado Morales'],
    ]);
  });

  it('holds apart words that meet nothing, on both sides', () => {
    every('person', 'no match', [
      ['Viktor Lanin', 'Vadim Lanin'],
      ['Viktor Ivanovich Lanin', 'Viktor Petrovich Lanin'],
      ['Hassan Karimi', 'Yusuf Karimi'],
      ['Ana Mora', 'Ana Delgado'],
      ['J. Lanin', 'K. Lanin'],
      ['', 'Ana Mora'],
    ]);
  });

  it('holds father and son apart, by generation and by filiation', () => {
    every('person', 'no match', [
      ['Robert Halloran Jr.', 'Robert Halloran Sr.'],
      ['Karim bin Tarek al-Masri', 'Tarek bin Karim al-Masri'],
    ]);
    expect(verdict('person', 'bin Tarek Karim', 'Karim bin Tarek')).toBe('match');
  });

  it('is unsure of one name alone, one generation, another gender, and given names the other way round', () => {
    every('person', 'unsure', [
      ['Lanin', 'Viktor Lanin'],
      ['Robert Halloran Jr.', 'Robert Halloran'],
      ['Mario Lanin', 'Maria Lanin'],
      ['Martin Peter', 'Peter Martin'],
    ]);
  });

  it('says what met what and what it does', () => {
    const { reasons } = compareNames('Bob K. Halloran', 'Robert Haloran', 'person');
    expect(reasons.map(({ kind, effect, left, right }) => ({ kind, effect, left, right }))).toEqual([
      { kind: 'form', effect: 'for', left: 'bob', right: 'robert' },
      { kind: 'spelling', effect: 'for', left: 'halloran', right: 'haloran' },
      { kind: 'left out', effect: 'weakens', left: 'k', right: '' },
    ]);
    expect(reasons[2]?.text).toBe('“k” left out');
  });
});

describe('compareNames of bodies and things', () => {
  it('takes equivalent legal forms as one, and is unsure of others', () => {
    every('company', 'match', [
      ['Azotna OAO', 'ПАО «Азотна»'],
      ['Azotna Joint Stock Company', 'JSC Azotna'],
      ['OOO Azotna', 'Azotna Limited Liability Company'],
      ['Smith & Sons Ltd', 'Smith and Sons Limited'],
      ['Azotna', 'Azotna GmbH'],
      ['华新科技有限公司', 'Huaxin Technology Co., Ltd.'],
      ['شركة النور', 'Al Noor Company'],
      ['Az0tna GmbH', 'Azotna GmbH'],
    ]);
    expect(verdict('company', 'Azotna AG', 'Azotna GmbH')).toBe('unsure');
  });

  it('translates words for sorts of organizations', () => {
    every('organization', 'match', [
      ['Bank of Ostra', 'Banco de Ostra'],
      ['Банк Остра', 'Bank Ostra'],
      ['Ostra Int’l Bank', 'International Bank of Ostra'],
      ['U.S. Institute of Ostran Studies', 'United States Institute of Ostran Studies'],
    ]);
  });

  it('takes first letters of three words and more as the name', () => {
    expect(verdict('organization', 'NVS', 'National Vigilance Service')).toBe('match');
    expect(verdict('organization', 'BO', 'Bank of Ostra')).toBe('unsure');
    expect(verdict('company', 'A.B.K. Company', 'N.A.B.K. Company')).toBe('no match');
  });

  it('reads one number however it is written, and never matches another', () => {
    every('organization', 'match', [
      ['14th Regiment', 'Regiment XIV'],
      ['Brigade Forty-Four', 'Brigade 44'],
      ['First Ostra Bank', '1st Ostra Bank'],
    ]);
    every('organization', 'no match', [
      ['14th Regiment', '41st Regiment'],
      ['Harbour Fund II', 'Harbour Fund III'],
    ]);
    expect(verdict('company', 'Harbour Fund', 'Harbour Fund 2')).toBe('unsure');
  });

  it('holds apart other fields, places and words', () => {
    every('company', 'no match', [
      ['Delta Oil', 'Delta Gas'],
      ['Acme Trading LLC', 'Acme Shipping LLC'],
      ['Bank of Ostra (Linde) Ltd', 'Bank of Ostra (Tirzan) Ltd'],
    ]);
    expect(verdict('publicBody', 'Ministry of Foreign Affairs', 'Ministry of Internal Affairs')).toBe('no match');
  });

  it('is unsure of a person beside a body named after one', () => {
    expect(verdict('legalEntity', 'Ivan Lanin', 'Ivan Lanin LLC')).toBe('unsure');
    expect(verdict('legalEntity', 'Ivan Lanin', 'Lanin, Ivan')).toBe('match');
    expect(verdict('legalEntity', 'Azotna LLC', 'Azotna')).toBe('match');
  });

  it('passes over the prefix of a ship, not over its number', () => {
    every('vessel', 'match', [
      ['M/V Ocean Pearl', 'Ocean Pearl'],
      ['Ocean Pearl II', 'MV OCEAN PEARL 2'],
    ]);
    expect(verdict('vessel', 'Star 2', 'MV Star 3')).toBe('no match');
    expect(verdict('vessel', 'Snow', 'Snob')).not.toBe('match');
  });
});

describe('compareNames', () => {
  const word = fc.constantFrom(
    'Ana',
    'Anna',
    'Lanin',
    'Lannin',
    'A.',
    'Jr.',
    'bin',
    '2',
    'II',
    'LLC',
    'Bank',
    'банк',
    '王',
    'علي',
    '-',
    '',
  );
  const name = fc.array(word, { maxLength: 5 }).map((words) => words.join(' '));
  const type = fc.constantFrom<NameType>('person', 'company', 'legalEntity', 'vessel', 'place');

  it('is symmetric', () => {
    fc.assert(
      fc.property(name, name, type, (a, b, kind) => {
        expect(compareNames(a, b, kind).score).toBe(compareNames(b, a, kind).score);
      }),
    );
  });

  it('keeps its score between 0 and 1 on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), type, (a, b, kind) => {
        const { score } = compareNames(a, b, kind);
        expect(score >= 0 && score <= 1).toBe(true);
      }),
    );
  });

  it('gives a name compared with itself a score of 1', () => {
    for (const one of ['Ana Mora', 'Karim bin Tarek', '王建国', 'Azotna OAO', 'Bank 2'])
      expect(compareNames(one, one, 'company').score).toBe(1);
  });
});
