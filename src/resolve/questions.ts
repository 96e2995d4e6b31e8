import type { OriginName, OriginPath } from './derive-origins.ts';
import type { LocalEntity } from './local-entities.ts';
import type { Bearer } from './resolve-entities.ts';
import type { Cited } from './sourcing.ts';

/** What the rules on one document ask about names. */
export interface AskBearers {
  /** The bearer of a chain of a document (by its id); null when the chain names nobody. */
  readonly ofChain: (document: string, chain: number) => Bearer | null;
  /** The bearer of an outlet that a document names outside its chains. */
  readonly ofLocal: (local: LocalEntity) => Bearer | null;
  /** Whether a bearer (by its id) is an outlet of this case. */
  readonly isOutlet: (bearer: string) => boolean;
}

/** What the rules on one document ask about origins. */
export interface AskOrigins {
  /** The roots behind an outlet that a document (by its id) cites (rules O1, O2, O5). */
  readonly follow: (cited: Cited, document: string) => readonly OriginPath[];
  /** The origin that an outlet is on the story of a document (rule O4). */
  readonly originOf: (bearer: Bearer, document: string) => OriginName;
}
