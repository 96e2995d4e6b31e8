import { describe, expect, it } from 'vitest';
import { companyVectorOf, kinshipOf, rarityOf, stemOf } from './index.ts';

describe('stemOf', () => {
  // The same list is in training/tests/test_events.py: the scorer is trained on stems made there.
  it.each([
    ['met', 'meet'],
    ['Meetings', 'meet'],
    ['signed', 'sign'],
    ['signing', 'sign'],
    ['hopping', 'hop'],
    ['agreed', 'agre'],
    ['agrees', 'agre'],
    ['relational', 'relat'],
    ['happiness', 'happi'],
    ['visits', 'visit'],
    ['told', 'tell'],
    ['women', 'woman'],
    ['controlled', 'control'],
    ['sky', 'sky'],
    ['by', 'by'],
    ['2014', '2014'],
    ['Zürich', 'zürich'],
  ])('makes %s to %s', (word, stem) => {
    expect(stemOf(word)).toBe(stem);
  });

  it('gives one stem to the forms of a word, and others to other words', () => {
    expect(new Set(['offer', 'offers', 'offered', 'offering'].map(stemOf)).size).toBe(1);
    expect(stemOf('offer')).not.toBe(stemOf('office'));
  });
});

describe('kinshipOf', () => {
  it('knows words of one sense, kinds of a thing, and words used alike', () => {
    expect(kinshipOf(stemOf('quake'), stemOf('earthquake')).isSameSense).toBe(true);
    expect(kinshipOf(stemOf('murdered'), stemOf('killed')).isKindOf).toBe(true);
    const near = kinshipOf(stemOf('talks'), stemOf('negotiations')).company;
    expect(near).toBeGreaterThan(kinshipOf(stemOf('talks'), stemOf('bakery')).company);
  });

  it('is symmetric', () => {
    expect(kinshipOf('buy', 'sell')).toEqual(kinshipOf('sell', 'buy'));
  });

  it('finds nothing where a word is not known', () => {
    expect(kinshipOf('meet', 'xqzzt')).toEqual({
      isSameSense: false,
      isKindOf: false,
      areSiblings: false,
      company: 0,
      areKnown: false,
    });
    expect(companyVectorOf('xqzzt')).toBeNull();
  });
});

describe('rarityOf', () => {
  it('goes from the commonest word to words in no list', () => {
    expect(rarityOf('the')).toBe(0);
    expect(rarityOf('meet')).toBeLessThan(rarityOf('armistic'));
    expect(rarityOf('xqzzt')).toBe(1);
  });
});
