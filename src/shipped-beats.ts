import { fileURLToPath } from 'node:url';

/** Where the beats are that come with Backchannel, a folder each. */
export const SHIPPED_BEATS = fileURLToPath(new URL('../beats', import.meta.url));

/** What documents are read with unless another beat is named. */
export const DEFAULT_BEAT = 'diplomacy';
