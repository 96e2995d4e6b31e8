import { type DoubtfulNames, doubtfulNames } from '../backchannel.ts';
import { type CaseDecision, type Evidence, LEDGERS, type Line } from '../model/index.ts';
import { sayDatesIn } from '../publish/index.ts';
import type { Snapshot } from './case-look.ts';
import { findingsInOrder } from './front-order.ts';
import type { ReviewItem } from './review-shapes.ts';
import { type Hanging, type WhatHangs, whatHangs } from './what-hangs.ts';

/** A question with what its place in the queue is worked out from. */
export interface Question extends ReviewItem {
  /** Findings that it reaches: what a filter narrows by. */
  readonly findings: ReadonlySet<string>;
  readonly weight: number;
}

/** Claims that are looked at for doubts: those of the findings that matter most. */
const LOOKED_AT = 400;
/** Questions of one kind, so that none buries the others. */
const MOST_CLAIMS = 60;
const MOST_OTHERS = 25;
/** Entities whose names are compared. */
const ENTITIES = 250;
/** An unrated source is asked about when this many findings rest on it. */
const RESTING = 3;
const MOST_SOURCES = 5;

/** A finding counts for less than a path of interest: a path is what readers act on. */
const worth = ({ findings, interests }: Hanging): number => Math.min(findings.size, 12) + 2 * Math.min(interests, 12);
const hangsOf = ({ findings, interests }: Hanging): ReviewItem['hangs'] => ({ findings: findings.size, interests });

const CERTAINTY: Readonly<Record<string, string>> = {
  probable: 'is told as probable',
  possible: 'is told as possible only',
  underspecified: 'is told as hearsay',
};

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

const onClaims = async (now: Snapshot, hangs: WhatHangs): Promise<readonly Question[]> => {
  const inLedger = new Set<string>();
  for (const ledger of LEDGERS)
    for (const { finding } of await now.lines(ledger)) if (finding !== null) inLedger.add(finding);
  const lines = (await findingsInOrder(now))
    .filter(({ standing }) => standing === 'single-origin' || standing === 'unknown-origin' || standing === 'disputed')
    .slice(0, LOOKED_AT);
  const found: Question[] = [];
  for (const line of lines) {
    const finding = await now.item('findings', line.id);
    const [first] = finding?.claims ?? [];
    if (finding === null || first === undefined) continue;
    const claim = await now.item('claims', first);
    if (claim === null) continue;
    const hanging = hangs.onFindings([line.id]);
    const speaker = claim.chain[0];
    const doubts = [
      line.standing === 'unknown-origin'
        ? 'its origin is unknown'
        : `it rests on one ${finding.claims.length === 1 ? 'claim' : 'origin'}`,
      ...(CERTAINTY[claim.certainty] === undefined ? [] : [`it ${CERTAINTY[claim.certainty]}`]),
      ...(speaker?.kind === 'unknown' ? ['nobody says who told it'] : []),
      ...(speaker?.kind === 'unnamed' ? ['who told it is not named'] : []),
    ];
    if (line.standing === 'disputed' || (doubts.length < 2 && hanging.interests === 0)) continue;
    const isOne = finding.claims.length === 1;
    found.push({
      id: `claim ${line.id}`,
      kind: 'claim',
      text: line.text,
      why: `${listed(doubts).replace(/^./, (letter) => letter.toUpperCase())}.`,
      hangs: hangsOf(hanging),
      subject: isOne
        ? { list: 'claims', id: first, text: line.text }
        : { list: 'findings', id: line.id, text: line.text },
      other: null,
      leads: { list: 'findings', id: line.id },
      judged: line.judged,
      findings: hanging.findings,
      weight: worth(hanging) + doubts.length + (inLedger.has(line.id) ? 1 : 0),
    });
  }
  return found.sort((a, b) => b.weight - a.weight).slice(0, MOST_CLAIMS);
};

const onContradictions = async (now: Snapshot, hangs: WhatHangs): Promise<readonly Question[]> => {
  const lines = new Map((await now.lines('contradictions')).map((line) => [line.id, line]));
  const found: Question[] = [];
  for (const { id, about, values, likelySlip } of await now.list('contradictions')) {
    const sides = values.filter(({ claims }) => claims.length > 0);
    // The side with fewest origins is the one whose rejection would settle it; where it may be a slip, that one.
    const weakest =
      sides.find(({ value }) => value === likelySlip?.value) ??
      sides.toSorted((a, b) => a.origins.length - b.origins.length)[0];
    const [claim] = weakest?.claims ?? [];
    if (weakest === undefined || claim === undefined || values.length < 2) continue;
    const hanging = hangs.onFindings(
      values.flatMap(({ claims }) => claims.flatMap((one) => hangs.findingOf(one) ?? [])),
    );
    found.push({
      id: `contradiction ${id}`,
      kind: 'contradiction',
      text: sayDatesIn(about),
      why: `Both cannot be so: ${listed(values.slice(0, 4).map(({ value }) => `“${sayDatesIn(value)}”`))}.${likelySlip === null ? '' : ` It may be a slip: ${likelySlip.reason}.`}`,
      hangs: hangsOf(hanging),
      subject: { list: 'claims', id: claim, text: (await now.line(claim))?.text ?? weakest.value },
      other: null,
      leads: { list: 'contradictions', id },
      judged: lines.get(id)?.judged ?? null,
      findings: hanging.findings,
      weight: worth(hanging) + 3,
    });
  }
  return found.sort((a, b) => b.weight - a.weight).slice(0, MOST_OTHERS);
};

const placeText = ({ document, start, end }: Evidence): string => `${document}@${start}-${end}`;

/** Names that were joined on thin grounds, or kept apart though they are near. */
export const identityQuestions = (now: Snapshot): Promise<readonly DoubtfulNames[]> =>
  now.work('doubtful names', async () => {
    const lines = (await now.lines('entities')).toSorted((a, b) => b.documents.length - a.documents.length);
    return doubtfulNames(
      await now.items(
        'entities',
        lines.slice(0, ENTITIES).map(({ id }) => id),
      ),
    );
  });

const VERDICTS: Readonly<Record<string, string>> = { same: 'positive', different: 'negative', unsure: 'unsure' };

/** What was decided of two places: a decision on the same two entities, or at the same two places. */
const decidedOf = (
  decisions: readonly CaseDecision[],
  { entities, places }: Pick<DoubtfulNames, 'entities' | 'places'>,
): string | null => {
  const isAt = ({ evidence }: CaseDecision, { document, start, end }: Evidence): boolean =>
    evidence.some((one) => one.document === document && one.start < end && start < one.end);
  const decided = decisions.find(
    (one) =>
      VERDICTS[one.kind] !== undefined &&
      one.state === 'standing' &&
      (places.every((place) => isAt(one, place)) ||
        (entities[0] !== entities[1] && entities.every((id) => one.items.includes(id)))),
  );
  return decided === undefined ? null : (VERDICTS[decided.kind] ?? null);
};

const onIdentity = async (now: Snapshot, hangs: WhatHangs): Promise<readonly Question[]> => {
  const decisions = await now.list('decisions');
  const found = (await identityQuestions(now)).map(({ kind, entities, names, places, reasons, score }): Question => {
    const hanging = hangs.onEntities([...new Set(entities)]);
    const isJoined = kind === 'joined';
    return {
      id: `${kind} ${placeText(places[0])} ${placeText(places[1])}`,
      kind,
      text: `Are “${names[0]}” and “${names[1]}” the same?`,
      why: `${isJoined ? 'They are held for one' : 'They are kept apart'}: ${reasons.slice(0, 2).join('; ')}.`,
      hangs: hangsOf(hanging),
      subject: { list: 'passages', id: placeText(places[0]), text: names[0] },
      other: { id: placeText(places[1]), text: names[1] },
      leads: { list: 'entities', id: entities[0] },
      judged: decidedOf(decisions, { entities, places }),
      findings: hanging.findings,
      weight: worth(hanging) * (isJoined ? 1 - score / 2 : score) + 1,
    };
  });
  return found.sort((a, b) => b.weight - a.weight).slice(0, MOST_OTHERS);
};

const onOpenDecisions = async (now: Snapshot, hangs: WhatHangs): Promise<readonly Question[]> => {
  const decisions = new Map((await now.list('decisions')).map((decision) => [decision.id, decision]));
  const found: Question[] = [];
  for (const gap of await now.list('gaps')) {
    if (gap.kind !== 'open-decision') continue;
    const decision = gap.about.map((id) => decisions.get(id)).find((one) => one !== undefined);
    const lines = await Promise.all((decision?.items ?? []).map((id) => now.line(id)));
    const [line, second] = lines.filter((one): one is Line => one !== null);
    if (line === undefined) continue;
    const hanging = hangs.onFindings(gap.findings);
    found.push({
      id: `open-decision ${gap.id}`,
      kind: 'open-decision',
      text: gap.text,
      why: `Analysts left it open or do not agree. To close it: ${gap.closes}.`,
      hangs: hangsOf(hanging),
      subject: { list: line.list, id: line.id, text: line.text },
      other: line.list === 'entities' && second !== undefined ? { id: second.id, text: second.text } : null,
      leads: { list: line.list, id: line.id },
      judged: null,
      findings: hanging.findings,
      weight: worth(hanging) + 4,
    });
  }
  return found.sort((a, b) => b.weight - a.weight).slice(0, MOST_OTHERS);
};

const onSources = async (now: Snapshot, hangs: WhatHangs): Promise<readonly Question[]> => {
  const resting = new Map<string, string[]>();
  for (const { id, origins } of await now.lines('findings'))
    for (const origin of origins) {
      const known = resting.get(origin);
      if (known === undefined) resting.set(origin, [id]);
      else known.push(id);
    }
  const most = [...resting].filter(([, ids]) => ids.length >= RESTING).sort((a, b) => b[1].length - a[1].length);
  const found: Question[] = [];
  for (const [id, findings] of most.slice(0, MOST_SOURCES)) {
    const origin = await now.item('origins', id);
    if (origin === null) continue;
    const hanging = hangs.onFindings(findings);
    found.push({
      id: `source ${id}`,
      kind: 'source',
      text: `How reliable is ${origin.name}?`,
      why: `Nobody has rated it, and ${findings.length.toLocaleString('en-GB')} findings rest on its word.`,
      hangs: hangsOf(hanging),
      subject: { list: 'origins', id, text: origin.name },
      other: null,
      leads: { list: 'origins', id },
      judged: origin.sourceReliability === null ? null : 'positive',
      findings: hanging.findings,
      weight: Math.min(findings.length, 12) / 2,
    });
  }
  return found;
};

/** All open questions of a case, what would change most first; what was decided already comes last. */
export const reviewQuestions = (now: Snapshot): Promise<readonly Question[]> =>
  now.work('review', async () => {
    const hangs = await whatHangs(now);
    const all = [
      ...(await onClaims(now, hangs)),
      ...(await onContradictions(now, hangs)),
      ...(await onIdentity(now, hangs)),
      ...(await onOpenDecisions(now, hangs)),
      ...(await onSources(now, hangs)),
    ];
    return all.sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
  });
