import { describe, expect, it } from 'vitest';
import { isEnglish } from './is-english.ts';

describe('isEnglish', () => {
  it('tells English prose', () => {
    expect(
      isEnglish('The envoy said that the talks had been useful, but no date was set for the next round of them.'),
    ).toBe(true);
  });

  it('tells other languages, in Latin and other scripts', () => {
    expect(
      isEnglish('Der Gesandte sagte, die Gespräche seien nützlich gewesen, und ein Termin ist noch nicht vereinbart.'),
    ).toBe(false);
    expect(
      isEnglish(
        'El enviado dijo que las conversaciones fueron útiles y que no hay fecha para la próxima ronda del diálogo.',
      ),
    ).toBe(false);
    expect(
      isEnglish('Посланник заявил, что переговоры были полезными, но дата следующего раунда пока не назначена никем.'),
    ).toBe(false);
  });

  it('says that it cannot tell from a few words', () => {
    expect(isEnglish('Lorne Brask Halden')).toBeNull();
  });
});
