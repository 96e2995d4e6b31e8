/** wink-nlp with its English lite model: tokens, sentences, parts of speech, entities. Of our types it has money and dates. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { Labelled } from '../heads/labelled-document.ts';
import { servePeer } from './protocol.ts';

const versionOf = (name: string): string => {
  const { version } = JSON.parse(readFileSync(createRequire(import.meta.url).resolve(`${name}/package.json`), 'utf8'));
  return String(version);
};

await servePeer(async () => {
  const engine = winkNLP(model, ['sbd', 'pos', 'ner']);
  const { its } = engine;
  const namesOf = (text: string): readonly Labelled[] => {
    const document = engine.readDoc(text);
    // Places of tokens: wink keeps their letters, not where they stood.
    const places: [number, number][] = [];
    let at = 0;
    for (const value of document.tokens().out(its.value) as string[]) {
      const start = Math.max(at, text.indexOf(value, at));
      at = start + value.length;
      places.push([start, at]);
    }
    const names: Labelled[] = [];
    document.entities().each((entity: { out(its: unknown): unknown }) => {
      const [first, last] = entity.out(its.span) as [number, number];
      const label = String(entity.out(its.type));
      names.push({ start: places[first]?.[0] ?? 0, end: places[last]?.[1] ?? 0, label });
    });
    return names;
  };
  return {
    version: versionOf('wink-nlp'),
    names: async (texts) => texts.map((text) => ({ wink: namesOf(text) })),
  };
});
