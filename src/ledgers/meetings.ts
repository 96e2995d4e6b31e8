import type { CaseDocument, Claim, Finding, Meeting } from '../model/index.ts';
import type { Told } from '../weigh/index.ts';
import { dateOf, dateWordsOf, entitiesIn, fillingClaims, mostTold, mostToldFiller, rowOf, unnamedIn } from './rows.ts';

const KINDS: ReadonlySet<string> = new Set(['meeting', 'visit', 'call']);

/** Meetings, visits and calls, ordered by id. A row that is only denied keeps what is denied of it. */
export const listMeetings = (
  told: readonly Told[],
  findings: ReadonlyMap<string, Finding>,
  documents: ReadonlyMap<string, CaseDocument>,
): readonly Meeting[] =>
  told.flatMap((one): Meeting[] => {
    const kind = one.happening.type;
    const claims = fillingClaims(one).length > 0 ? fillingClaims(one) : one.supposed;
    if (!KINDS.has(kind) || claims.length === 0) return [];
    const participants = entitiesIn(claims, 'participant', 'visitor', 'host');
    const place = mostToldFiller(claims, 'place');
    return [
      {
        ...rowOf(one, findings),
        ...(one.favour.length + one.against.length === 0
          ? { claims: claims.map((claim) => claim.id), evidence: claims.flatMap((claim) => claim.evidence) }
          : {}),
        kind: kind as Meeting['kind'],
        participants,
        unnamed: unnamedIn(claims, 'participant', 'visitor', 'host'),
        date: dateOf(claims),
        dateWords: dateWordsOf(claims),
        place: place?.text ?? null,
        placeEntity: place?.entity ?? null,
        channel: mostTold(claims, (claim) => claim.properties.channel ?? null) ?? (kind === 'call' ? 'call' : null),
        duration: mostTold(claims, (claim) => claim.duration),
        status: statusOf(one, documents),
      },
    ];
  });

const statusOf = (told: Told, documents: ReadonlyMap<string, CaseDocument>): Meeting['status'] => {
  if (told.favour.length === 0) return told.against.length > 0 ? 'denied' : 'hypothetical';
  if (told.against.length > 0) return 'disputed';
  if (told.favour.some((claim) => claim.status === 'held' || claim.status === 'ongoing')) return 'held';
  const published = (claim: Claim): string => documents.get(claim.document)?.published ?? '';
  const latest = [...told.favour].sort((a, b) => (published(a) < published(b) ? 1 : -1))[0];
  const status = latest?.status;
  return status === 'postponed' || status === 'cancelled' ? status : 'planned';
};
