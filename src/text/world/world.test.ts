import { describe, expect, it } from 'vitest';
import {
  countriesByDemonym,
  countryByName,
  givenNameGender,
  isCommonWord,
  isGivenName,
  isSurname,
  kinNoun,
  metonym,
  orgForm,
  orgHead,
  outletByDomain,
  outletByName,
  placesByName,
  reportingWord,
  reportingWords,
  roleNoun,
} from './index.ts';

describe('countries and places', () => {
  it('finds a country by its names and abbreviations', () => {
    expect(
      ['the U.S.', 'US', 'Britain', 'the United Arab Emirates', 'Türkiye', 'Turkey'].map(
        (name) => countryByName(name)?.code,
      ),
    ).toEqual(['US', 'US', 'GB', 'AE', 'TR', 'TR']);
  });

  it('takes no pronoun or unknown name for a country', () => {
    expect([countryByName('us'), countryByName('Us'), countryByName('Ostra'), countryByName('')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('finds the country of its people, and says when there are several', () => {
    expect(countriesByDemonym('Swedes').map((country) => country.code)).toEqual(['SE']);
    expect(countriesByDemonym('Congolese').map((country) => country.code)).toEqual(['CD', 'CG']);
  });

  it('puts the best known place of a name first', () => {
    expect(placesByName('Paris')[0]).toMatchObject({ kind: 'capital', country: 'FR' });
    expect(placesByName('Kiev')[0]?.name).toBe('Kyiv');
    expect(placesByName('the Strait of Hormuz')[0]?.kind).toBe('water');
    expect(placesByName('Lower Nowhere')).toEqual([]);
  });

  it('knows seats of government and capitals as names of governments', () => {
    expect([
      metonym('the White House')?.country,
      metonym('Oslo')?.kind,
      metonym('Elysee')?.country,
      metonym('Ostra City'),
    ]).toEqual(['US', 'capital', 'FR', null]);
  });
});

describe('names of persons', () => {
  it('knows given names with their gender, accents aside', () => {
    expect([
      isGivenName('Zoë'),
      givenNameGender('Anna'),
      givenNameGender('Dmitry'),
      givenNameGender('Ministry'),
    ]).toEqual([true, 'f', 'm', null]);
    expect([isGivenName('mark'), isGivenName('Mark')]).toEqual([false, true]);
  });

  it('knows surnames, in capitals only', () => {
    expect([isSurname('Haddad'), isSurname('haddad'), isSurname('Qqzzx')]).toEqual([true, false, false]);
  });

  it('knows roles and relatives in both numbers', () => {
    expect(roleNoun('special envoys')).toMatchObject({ lemma: 'special envoy', group: 'negotiation', isPlural: true });
    expect(roleNoun('table')).toBeNull();
    expect(kinNoun('sons-in-law')).toMatchObject({ kind: 'child-in-law', gender: 'm', isPlural: true });
    expect(kinNoun('cousin')).toMatchObject({ symmetrical: true, inverse: 'cousin' });
    expect(kinNoun('treaty')).toBeNull();
  });
});

describe('words', () => {
  it('knows what a reporting word does to what follows, in any form', () => {
    expect(reportingWord('denied')).toMatchObject({ lemma: 'deny', kind: 'verb', polarity: 'negative' });
    expect(reportingWord('allegedly')).toMatchObject({ certainty: 'possible' });
    expect(reportingWord('according to')?.kind).toBe('phrase');
    expect(reportingWords('claims').map((word) => word.kind)).toEqual(['noun', 'verb']);
    expect([reportingWord('walked'), reportingWord('said', 'noun')]).toEqual([null, null]);
  });

  it('tells public bodies, companies and instruments by their head', () => {
    expect([
      orgHead('Ministry')[0],
      orgHead('Holdings')[0],
      orgHead('Treaty')[0],
      orgHead('ministry'),
      orgHead('Table'),
    ]).toEqual(['public-body', 'company', 'instrument', [], []]);
    expect([orgForm('G.m.b.H.')?.form, orgForm('PJSC')?.generic, orgForm('Table')]).toEqual(['GmbH', 'JSC', null]);
  });

  it('knows frequent words, not names', () => {
    expect([isCommonWord('yesterday'), isCommonWord('sanctions'), isCommonWord('lindqvist')]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('outlets', () => {
  it('finds outlets by name, abbreviation and host', () => {
    expect(outletByName('the Associated Press')?.outlet.kind).toBe('agency');
    expect(outletByName('AFP')?.outlet.name).toBe('Agence France-Presse');
    expect(outletByDomain('www.economist.com')?.name).toBe('The Economist');
  });

  it('marks names that are ordinary words, and finds nothing in ordinary text', () => {
    expect(outletByName('Time')?.ambiguous).toBe(true);
    expect([
      outletByName('time'),
      outletByName('Ostra Herald'),
      outletByDomain('example.org'),
      outletByDomain('com'),
    ]).toEqual([null, null, null, null]);
  });
});
