import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CASE, DOCUMENTS, HOSTILE_NAME, LONG_WORD, RTL_NAME } from '../../tests/publish/aster-pass.ts';
import { BackchannelError, type Case, type Document } from '../model/index.ts';
import { loadBeat } from '../read/index.ts';
import type { Block } from './brief.ts';
import { briefHtml, briefMarkdown } from './index.ts';
import { makeBrief } from './make-brief.ts';
import type { NoteRefs } from './note-refs.ts';

const { ledgers } = loadBeat(join(import.meta.dirname, '../../beats/diplomacy'));
const options = { title: 'Aster Pass', file: 'aster.case', ledgers };
const html = briefHtml(CASE, DOCUMENTS, options);
const markdown = briefMarkdown(CASE, DOCUMENTS, options);
const brief = makeBrief(CASE, DOCUMENTS, { ledgers });

const withoutEntities = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&#13;', '\r')
    .replaceAll('&amp;', '&');

const EMPTY: Case = {
  format: 'backchannel-case/1',
  documents: [],
  origins: [],
  entities: [],
  meetings: [],
  proposals: [],
  stances: [],
  deals: [],
  conditions: [],
  money: [],
  sanctions: [],
  waivers: [],
  ties: [],
  tables: [],
  claims: [],
  findings: [],
  contradictions: [],
  interests: [],
  gaps: [],
  hypotheses: [],
  decisions: [],
};

/** Every list of notes that a block's sentences and rows carry; a row must have some in one of its cells. */
const refsIn = (block: Block): readonly (NoteRefs | null)[] => {
  switch (block.kind) {
    case 'statements':
    case 'list':
      return block.items.map((item) => item.notes);
    case 'patterns':
      return block.items.flatMap((item) => [
        ...item.hops.map((hop) => hop.notes),
        item.deal.notes,
        ...item.against.map((one) => one.notes),
      ]);
    case 'timeline': {
      const { drawn, distant, undated } = block.timeline;
      return [...drawn, ...distant, ...undated].map((item) => item.notes);
    }
    case 'table':
      return block.rows.map((row) => row.flat().find((line) => line.notes !== undefined)?.notes ?? null);
    case 'disputes':
      return block.items.flatMap((item) => item.sides.map((side) => ({ numbers: side.quotes, more: 0 })));
    default:
      return [];
  }
};

describe('the brief', () => {
  it('has its sections in order', () => {
    expect(brief.sections.map(({ title }) => title)).toEqual([
      'What stands',
      'When',
      'Cast',
      'Ledgers',
      'Disputed points',
      'Hypotheses',
      'What rests on one origin',
      'What is missing',
      'Documents and origins',
    ]);
  });

  it('says in one line what it stands on', () => {
    expect(brief.standsOn).toBe(
      '4 documents (1 of unknown origin) of 3 outlets, from 2 origins; published 12–14 May 2041 (1 without a date).',
    );
  });

  it('gives every sentence and row at least one note, and every note exists', () => {
    const refs = brief.sections.flatMap(({ blocks }) => blocks.flatMap(refsIn));
    expect(refs.length).toBeGreaterThan(40);
    for (const one of refs) {
      expect(one?.numbers.length ?? 0).toBeGreaterThan(0);
      for (const number of one?.numbers ?? []) expect(brief.notes[number - 1]?.number).toBe(number);
    }
  });

  it('quotes in its notes what stands in the documents at those offsets', () => {
    const texts = new Map(DOCUMENTS.map((document) => [document.id, document.text]));
    expect(brief.notes.length).toBeGreaterThan(20);
    for (const note of brief.notes) expect(texts.get(note.document)?.slice(note.start, note.end)).toBe(note.quote);
  });

  it('puts corroborated before one origin before disputed in a group', () => {
    const [meetings, proposals] = brief.sections[0]?.blocks ?? [];
    expect(meetings?.kind === 'statements' && meetings.items.map((item) => item.standing)).toEqual([
      'corroborated',
      'single-origin',
      'unknown-origin',
    ]);
    expect(proposals?.kind === 'statements' && proposals.items.map((item) => item.standing)).toEqual([
      'single-origin',
      'disputed',
    ]);
  });

  it('spells out the chain under a finding', () => {
    const [meetings] = brief.sections[0]?.blocks ?? [];
    const [first] = meetings?.kind === 'statements' ? meetings.items : [];
    expect(first?.chains.map(({ links }) => links.join(' → '))).toContain('two officials → The Lantern → Quay Gazette');
  });

  it('shows both sides of a denial', () => {
    const [, proposals] = brief.sections[0]?.blocks ?? [];
    const disputed = proposals?.kind === 'statements' ? proposals.items[1] : undefined;
    expect(disputed?.chains.map(({ speaks }) => speaks)).toContain('against');
    expect(disputed?.aside).toBe('disputed · 2 for, 1 against, in 3 documents');
  });

  it('keeps every value of a contradiction and marks the likely slip alone', () => {
    const disputes = brief.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'disputes' ? block.items : [])),
    );
    expect(disputes).toHaveLength(CASE.contradictions.length);
    const post = disputes.find(({ kind }) => kind === 'role');
    expect(post?.sides.map(({ value, slip }) => [value, slip])).toEqual([
      ['President', 'someone else holds that post in 2 other documents'],
      ['envoy', null],
    ]);
  });

  it('names who has a part and no word of their own behind any claim', () => {
    expect(markdown).toContain('Edda Rainholt is named in a meeting or call');
    expect(markdown).not.toContain('Liva Osk is named in');
  });

  it('shows under a finding the sum that its weight is, and its grades apart', () => {
    const [meetings] = brief.sections[0]?.blocks ?? [];
    const [first] = meetings?.kind === 'statements' ? meetings.items : [];
    expect(first?.sum.head).toBe('weight 4 · credibility 2, probably true');
    expect(first?.sum.lines).toEqual([
      expect.stringMatching(/^\+4 voice of .*: has a part in it \(participant\) \(W26\)$/),
    ]);
    expect(html).toContain('<summary>weight 4 · credibility 2, probably true</summary>');
    expect(markdown).toContain('weight 4 · credibility 2, probably true: +4 voice of');
  });

  it('sets hypotheses least inconsistent first, with the matrix, every row noted', () => {
    const section = brief.sections.find(({ id }) => id === 'hypotheses');
    const [list, table] = section?.blocks ?? [];
    expect(list?.kind === 'list' && list.items.map(({ text }) => text.slice(0, 50))).toEqual([
      'H2: The loan was an afterthought. In place 1: noth',
      'H1: The loan came first. In place 2: inconsistency',
    ]);
    expect(table?.kind === 'table' && table.columns).toEqual(['What', 'Weight', 'Spread', 'H1', 'H2']);
    expect(table?.kind === 'table' && table.rows.map((row) => row.slice(1).map((cell) => cell[0]?.text))).toEqual([
      ['4', '3', 'II', 'C'],
      ['4', '0: says nothing', 'C', 'C'],
    ]);
  });

  it('has no section on hypotheses where nobody supposed any', () => {
    expect(makeBrief({ ...CASE, hypotheses: [] }, DOCUMENTS).sections.map(({ id }) => id)).not.toContain('hypotheses');
  });

  it('sets what has no date beneath the timeline', () => {
    const block = brief.sections[1]?.blocks[0];
    const timeline = block?.kind === 'timeline' ? block.timeline : undefined;
    expect(timeline?.undated.map((item) => item.lane)).toEqual(['Deals', 'Deals']);
    expect(timeline?.drawn.map((item) => item.when)).toContain('summer 2041');
  });

  it('gives the same bytes for the same case, in whatever order the documents come', () => {
    const turned = [...DOCUMENTS].reverse();
    expect(briefHtml(CASE, turned, options)).toBe(html);
    expect(briefMarkdown(CASE, turned, options)).toBe(markdown);
  });

  it('is whole for a case that holds nothing', () => {
    expect(briefHtml(EMPTY, [])).toContain('No findings in these documents.');
    expect(briefMarkdown(EMPTY, [])).toContain('0 documents of 0 outlets, from 0 origins; no dates stated.');
  });

  it('throws publish/quote-not-found when a document has changed', () => {
    const changed = DOCUMENTS.map((document): Document => ({ ...document, text: ` ${document.text}` }));
    expect(() => briefHtml(CASE, changed)).toThrow(/Expected the quote at \[\d+–\d+\) of .* found other words\./);
    expect(() => briefHtml(CASE, [])).toThrow(BackchannelError);
  });
});

describe('briefHtml', () => {
  it('lets nothing of a document become markup', () => {
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<b>name</b>');
    expect(html).toContain('Abd &amp; Sons &lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;');
    expect(html).toContain('strange &lt;b&gt;name&lt;/b&gt; &amp; more.txt');
    expect(html).toContain(LONG_WORD);
  });

  it('needs nothing from elsewhere', () => {
    expect(html).not.toMatch(/\b(?:src|href|action|data)="(?!#)/);
    expect(html).not.toMatch(/@import|url\((?!#)/);
    expect(html.match(/https?:/g)).toBeNull();
    expect(html).toContain("default-src 'none'");
  });

  it('keeps right-to-left words from turning their surroundings', () => {
    expect(html).toContain(`\u2068${RTL_NAME}\u2069`);
  });

  it('leads to each note and back', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
    const known = new Set(ids);
    expect(targets.filter((target) => !known.has(target))).toEqual([]);
    for (const { number } of brief.notes) expect(targets).toContain(`r${number}-1`);
  });

  it('carries each quote to the letter in its note', () => {
    const quotes = [...html.matchAll(/<q dir="auto">([\s\S]*?)<\/q>/g)].map((match) => withoutEntities(match[1] ?? ''));
    expect(quotes).toEqual(brief.notes.map((note) => note.quote));
    expect(quotes).toContain(HOSTILE_NAME);
  });

  it('keeps headings in order', () => {
    const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map((match) => Number(match[1]));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
  });

  it('names the marks and the pictures for those who do not see them', () => {
    for (const [, inside] of html.matchAll(/<svg[^>]*role="img"[^>]*>(.*?)<\/svg>/gs)) {
      expect(inside).toMatch(/^<title/);
    }
    expect(html.match(/<th scope="col"/g)?.length).toBeGreaterThan(10);
  });

  it('closes every element it opens', () => {
    const open: string[] = [];
    const bare = new Set(['meta', 'col', 'br']);
    for (const [, slash, name = '', self] of html
      .replace(/<!doctype html>/, '')
      .replace(/<style>.*?<\/style>/s, '')
      .matchAll(/<(\/?)([a-zA-Z0-9]+)(?:"[^"]*"|[^">])*?(\/?)>/g)) {
      if (bare.has(name) || self === '/') continue;
      if (slash === '') open.push(name);
      else expect(open.pop()).toBe(name);
    }
    expect(open).toEqual([]);
  });

  it('gives the same origin the same colour everywhere', () => {
    const fields = [...html.matchAll(/fill="(var\(--o\d\))"\/><\/svg>(?:<span>)?([^<]+?) ?</g)].map((m) => [
      m[2],
      m[1],
    ]);
    expect(new Set(fields.filter(([name]) => name === 'The Lantern').map(([, fill]) => fill))).toEqual(
      new Set(['var(--o1)']),
    );
    expect(new Set(fields.filter(([name]) => name === 'Wirepost').map(([, fill]) => fill))).toEqual(
      new Set(['var(--o2)']),
    );
  });
});

describe('briefMarkdown', () => {
  it('defines each footnote once and calls each that it defines', () => {
    const defined = [...markdown.matchAll(/^\[\^(\d+)\]: /gm)].map((match) => Number(match[1]));
    const called = new Set([...markdown.matchAll(/\[\^(\d+)\](?!: )/g)].map((match) => Number(match[1])));
    expect(defined).toEqual(brief.notes.map(({ number }) => number));
    expect([...called].sort((a, b) => a - b)).toEqual(defined);
  });

  it('gives every row of a table as many cells as its head', () => {
    const cells = (line: string): number => line.replaceAll('\\|', '').split('|').length;
    const lines = markdown.split('\n');
    let rows = 0;
    lines.forEach((line, index) => {
      if (!/^\|(?: --- \|)+$/.test(line)) return;
      for (let at = index - 1; lines[at]?.startsWith('|'); at++) {
        expect(cells(lines[at] ?? '')).toBe(cells(line));
        rows++;
      }
    });
    expect(rows).toBeGreaterThan(20);
  });

  it('lets nothing of a document become markup', () => {
    expect(markdown).not.toContain('<script');
    expect(markdown).not.toContain('<b>');
    expect(markdown.replace(/<br>/g, '')).not.toMatch(/<[a-z]/i);
  });

  it('says what the page says', () => {
    for (const { blocks } of brief.sections) {
      for (const block of blocks) {
        if (block.kind !== 'statements') continue;
        for (const { text } of block.items) {
          if (!/[&<>'"]/.test(text)) {
            expect(markdown).toContain(text);
            expect(html).toContain(text);
          }
        }
      }
    }
  });
});
