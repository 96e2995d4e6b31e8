import { type Case, type CaseDocument, contentId, type Finding, type Notice, type NoticeKind } from '../model/index.ts';
import { type CaseSight, finder } from './case-sight.ts';
import { CONTRADICTION_WORDS } from './contradiction-words.ts';
import { dealName } from './deal-name.ts';
import { sayDate, sayDatesIn } from './say-date.ts';
import { sayStand, saySteps } from './standing-step.ts';
import { capital, listed, oneLine, shorten } from './words.ts';

/** Longest stretch of somebody's words in a notice. */
const WORDS = 200;

type Said = Pick<Notice, 'kind' | 'text'> & Partial<Notice>;

/** Somebody's sentence within one of ours: without its full stop. */
const words = (text: string): string => shorten(sayDatesIn(oneLine(text)).replace(/\.$/, ''), WORDS);

const documentName = ({ title, path }: CaseDocument): string =>
  title === null ? shorten(oneLine(path), WORDS) : `“${shorten(oneLine(title), WORDS)}”`;

const documentWords = (document: CaseDocument): string => {
  const from = [document.outlet, document.published === null ? null : sayDate(document.published)];
  const said = from.flatMap((part) => (part === null ? [] : [oneLine(part)]));
  return `${documentName(document)}${said.length === 0 ? '' : `, ${said.join(', ')}`}`;
};

/** What is compared, and the names that notices need. */
class Teller {
  readonly #before: CaseSight;
  readonly #now: Case;
  readonly #at: string;
  readonly #documentOf: ReadonlyMap<string, string>;
  readonly #originName: ReadonlyMap<string, string>;
  readonly #entityName: ReadonlyMap<string, string>;
  readonly #notices: Notice[] = [];

  constructor(before: CaseSight, now: Case, at: string) {
    this.#before = before;
    this.#now = now;
    this.#at = at;
    this.#documentOf = new Map(now.claims.map(({ id, document }) => [id, document]));
    this.#originName = new Map(now.origins.map(({ id, name }) => [id, oneLine(name)]));
    this.#entityName = new Map(now.entities.map(({ id, name }) => [id, oneLine(name)]));
  }

  tell(): readonly Notice[] {
    this.#tellDocuments();
    this.#tellDeals();
    this.#tellFindings();
    this.#tellContradictions();
    return this.#notices;
  }

  #say(item: string | null, said: Said): void {
    const { from = null, to = null, place = null } = said;
    const id = contentId('notice', said.kind, item, place, from, to, this.#before.digest);
    const rest = { source: null, list: null, documents: [], origins: [] };
    this.#notices.push({ ...rest, id, at: this.#at, item, ...said, place, from, to });
  }

  #tellDocuments(): void {
    const before = new Map<string, string>();
    for (const [id, paths] of Object.entries(this.#before.documents)) for (const path of paths) before.set(path, id);
    for (const document of this.#now.documents) {
      if (Object.hasOwn(this.#before.documents, document.id)) continue;
      const { id, paths, path } = document;
      const about = { place: path, list: 'documents', documents: [id], origins: this.#origins(document.origins) };
      const edited = paths.find((one) => before.has(one));
      if (edited === undefined)
        this.#say(id, { ...about, kind: 'document', text: `New document: ${documentWords(document)}`, to: id });
      else
        this.#say(id, {
          ...about,
          kind: 'edited',
          place: edited,
          text: `Changed since it was read: ${documentWords(document)} (${shorten(oneLine(edited), WORDS)}). Both versions are kept`,
          from: before.get(edited) ?? null,
          to: id,
        });
    }
  }

  #tellDeals(): void {
    const known = finder(this.#before.deals);
    for (const deal of this.#now.deals) {
      const old = known(deal);
      if (old === null || old.stage === deal.stage || deal.stage === null) continue;
      this.#say(deal.id, {
        kind: 'deal',
        text: `${this.#deal(deal)}: ${old.stage ?? 'no stage told'} → ${deal.stage}`,
        list: 'deals',
        from: old.stage,
        to: deal.stage,
        ...this.#on(deal.claims),
      });
    }
  }

  #tellFindings(): void {
    const known = finder(this.#before.findings);
    const rows = this.#rows();
    for (const finding of this.#now.findings) {
      const { id, status, origins, claims, denials } = finding;
      const all = [...claims, ...denials];
      const stand = { standing: status, origins: origins.length };
      const old = known({ id, claims: all });
      if (old === null) {
        const row = rows.get(id);
        this.#say(id, {
          kind: row?.kind ?? 'finding',
          text: `New${row === undefined ? '' : ` ${row.kind}`}: ${row?.text ?? words(finding.text)} (${this.#saidBy(finding)})`,
          list: 'findings',
          to: sayStand(stand),
          ...this.#on(all, origins),
        });
        continue;
      }
      const kind = this.#change(old, finding);
      if (kind === null) continue;
      const step = saySteps(old, stand);
      const seen = new Set(old.claims);
      const fresh = all.filter((claim) => !seen.has(claim));
      this.#say(id, {
        kind,
        text: `${this.#lead(kind, finding)}: ${words(finding.text)}${step === null ? '' : ` (${step})`}`,
        list: 'findings',
        from: sayStand(old),
        to: sayStand(stand),
        ...this.#on(fresh.length === 0 ? all : fresh, origins),
      });
    }
  }

  #change(old: CaseSight['findings'][number], { status, origins, denials }: Finding): NoticeKind | null {
    if (denials.length > old.denials && old.standing !== status && (status === 'disputed' || status === 'denied'))
      return 'denial';
    if (status === 'corroborated' && origins.length > old.origins) return 'origin';
    return old.standing === status && old.origins === origins.length ? null : 'standing';
  }

  #lead(kind: NoticeKind, { origins }: Finding): string {
    if (kind === 'denial') return 'Denied now';
    if (kind !== 'origin') return 'Stands otherwise';
    const names = listed(this.#origins(origins));
    return `${origins.length === 2 ? 'A second origin' : 'One more origin'} (${names})`;
  }

  #tellContradictions(): void {
    const known = finder(this.#before.contradictions);
    for (const { id, kind, about, values } of this.#now.contradictions) {
      const claims = values.flatMap((value) => value.claims);
      const old = known({ id, claims });
      if (old !== null && (old.id === id || old.kind === kind)) continue;
      const sides = values.map(
        ({ value, origins }) => `${words(value)} (${listed(this.#origins(origins)) || 'origin unknown'})`,
      );
      this.#say(id, {
        kind: 'contradiction',
        text: `New contradiction, ${CONTRADICTION_WORDS[kind].toLowerCase()}: ${words(about)}: ${sides.join(' / ')}`,
        list: 'contradictions',
        ...this.#on(
          claims,
          values.flatMap(({ origins }) => origins),
        ),
      });
    }
  }

  /** Findings that are of a sanction, a waiver or a deal. */
  #rows(): ReadonlyMap<string, { readonly kind: NoticeKind; readonly text: string | null }> {
    const { deals, sanctions, waivers } = this.#now;
    const rows = new Map<string, { readonly kind: NoticeKind; readonly text: string | null }>();
    for (const deal of deals)
      if (deal.finding !== null)
        rows.set(deal.finding, {
          kind: 'deal',
          text: `${this.#deal(deal)}${deal.stage === null ? '' : `, ${deal.stage}`}`,
        });
    for (const { finding } of sanctions) if (finding !== null) rows.set(finding, { kind: 'sanction', text: null });
    for (const { finding } of waivers) if (finding !== null) rows.set(finding, { kind: 'waiver', text: null });
    return rows;
  }

  #deal(deal: Case['deals'][number]): string {
    return dealName({ names: (ids) => ids.map((id) => this.#entityName.get(id) ?? id) }, deal);
  }

  #saidBy({ status, origins }: Finding): string {
    const names = listed(this.#origins(origins));
    return `${sayStand({ standing: status, origins: origins.length })}${names === '' ? '' : `: ${names}`}`;
  }

  #origins(ids: readonly string[]): readonly string[] {
    return [...new Set(ids.map((id) => this.#originName.get(id) ?? id))];
  }

  #on(claims: readonly string[], origins: readonly string[] = []): Pick<Notice, 'documents' | 'origins'> {
    const documents = [...new Set(claims.flatMap((claim) => this.#documentOf.get(claim) ?? []))].sort();
    return { documents, origins: this.#origins(origins) };
  }
}

/**
 * What has become otherwise in a case since a sight of it, in one sentence each: documents first, then deals, findings and
 * contradictions, each in the order of the case.
 *
 * Pure: the same sight, case and moment give the same notices. What is no more is not told.
 *
 * @param at When it was noticed: an instant in UTC.
 */
export const tellChanges = (before: CaseSight, now: Case, at: string): readonly Notice[] =>
  new Teller(before, now, at).tell().map((notice) => ({ ...notice, text: capital(notice.text) }));
