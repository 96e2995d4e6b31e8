import type { ReactNode } from 'react';
import type { ContingencyAnswer, SupposedAnswer } from '../../../src/serve/index.ts';
import type { Supposition } from './use-suppositions.ts';

type Box = ContingencyAnswer['boxes'][number];

/** How a box stands with what is supposed: the word that its mark goes with, and what is said. */
export interface BoxState {
  readonly word: string;
  readonly said: string;
  /** What it is coloured as, besides its words. */
  readonly tone: 'good' | 'bad' | 'plain';
}

const TOLD: Readonly<Record<string, string>> = { holds: 'told to hold', fails: 'told to fail', open: 'open' };

export const stateOfBox = (box: Box, supposed: Supposition, answer: SupposedAnswer | undefined): BoxState => {
  if (box.kind === 'condition') {
    if (supposed === 'holds') return { word: 'holds', said: 'supposed to hold', tone: 'good' };
    if (supposed === 'fails') return { word: 'fails', said: 'supposed to fail', tone: 'bad' };
    const becomes = answer?.conditions[box.id];
    if (becomes === 'fails' && box.state !== 'fails') return { word: 'fails', said: 'would fail', tone: 'bad' };
    if (becomes === 'nearer') return { word: 'open', said: 'open, its way clear', tone: 'good' };
    const state = box.state ?? 'open';
    return { word: state, said: `${box.form}, ${TOLD[state] ?? state}`, tone: 'plain' };
  }
  if (box.kind === 'deal') {
    const stage = box.state ?? 'stage not told';
    const outlook = answer?.deals.find(({ deal }) => deal.id === box.id);
    if (outlook?.change === 'opens') return { word: 'free', said: `${stage} · its way opens`, tone: 'good' };
    if (outlook?.change === 'closes') return { word: 'blocked', said: `${stage} · closes`, tone: 'bad' };
    return { word: stage, said: stage, tone: 'plain' };
  }
  if (box.kind === 'gain') {
    const gains = answer?.gains.some(({ who }) => who.id === box.id) ?? false;
    return gains
      ? { word: 'free', said: 'would gain', tone: 'good' }
      : { word: '', said: 'has a part in it', tone: 'plain' };
  }
  return {
    word: box.state ?? '',
    said: [SINGULAR[box.list] ?? '', box.state].filter(Boolean).join(', '),
    tone: 'plain',
  };
};

const SINGULAR: Readonly<Record<string, string>> = {
  sanctions: 'sanctions',
  proposals: 'plan',
  waivers: 'waiver',
  meetings: 'meeting',
  deals: 'deal',
};

const listed = (parts: readonly ReactNode[]): ReactNode =>
  parts.map((part, index) => (
    // Names of one sentence, always in the same order.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <span key={index}>
      {index === 0 ? '' : index === parts.length - 1 ? ' and ' : ', '}
      {part}
    </span>
  ));

/** What is supposed and what follows, in a sentence. */
export const SaySupposed = ({ answer }: { readonly answer: SupposedAnswer }): ReactNode => {
  const { holds, fails, counts, gains } = answer;
  const all = counts.opens + counts.closes + counts.stays;
  const names = [...new Set(gains.map(({ who }) => who.text))];
  const follows = [
    ...(counts.opens > 0
      ? [`${counts.opens} of ${all} ${all === 1 ? 'deal' : 'deals'} ${counts.opens === 1 ? 'opens' : 'open'}`]
      : []),
    ...(counts.closes > 0 ? [`${counts.closes} of ${all} ${counts.closes === 1 ? 'closes' : 'close'}`] : []),
  ];
  return (
    <>
      Supposing{' '}
      {listed([
        ...holds.map(({ id, text }) => <b key={id}>{text}</b>),
        ...fails.map(({ id, text }) => (
          <span key={id}>
            that this fails: <b>{text}</b>
          </span>
        )),
      ])}
      : {follows.length === 0 ? 'no deal opens or closes' : follows.join(', ')}
      {names.length === 0
        ? ''
        : `; gains: ${names.slice(0, 6).join(', ')}${names.length > 6 ? ` and ${names.length - 6} more` : ''}`}
    </>
  );
};
