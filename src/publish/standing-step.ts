import { STANDING_WORDS, type Standing } from './standing.ts';

/** How a finding stands at one moment. */
export interface Stand {
  readonly standing: Standing;
  /** Known, independent, in favour. */
  readonly origins: number;
}

/** From worst to best. */
const RANK: Readonly<Record<Standing, number>> = {
  corroborated: 5,
  'single-origin': 4,
  'unknown-origin': 3,
  disputed: 2,
  denied: 1,
  corrected: 0,
};

/** A standing in words, with the number of origins where more than one say so. */
export const sayStand = ({ standing, origins }: Stand): string =>
  standing === 'corroborated' ? `${origins} origins` : STANDING_WORDS[standing];

/** Above 0 when a finding has gained standing or, at the same standing, an origin; below 0 when it has lost some. */
export const standingStep = (before: Stand, now: Stand): number =>
  Math.sign(RANK[now.standing] - RANK[before.standing] || now.origins - before.origins);

/** From what to what; null when that is the same in words. */
export const saySteps = (before: Stand, now: Stand): string | null => {
  const [from, to] = [sayStand(before), sayStand(now)];
  return from === to ? null : `${from} → ${to}`;
};
