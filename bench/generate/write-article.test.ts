import { describe, expect, it } from 'vitest';
import { countWords } from '../machine.ts';
import { writeArticle, writeLongText } from './write-article.ts';

describe('writeArticle', () => {
  it('has exactly so many words, the same for the same seed', () => {
    const article = writeArticle(800, 'one');
    expect(countWords(article)).toBe(800);
    expect(writeArticle(800, 'one')).toBe(article);
    expect(writeArticle(800, 'two')).not.toBe(article);
  });
});

describe('writeLongText', () => {
  it('has at least so many bytes and hardly more', () => {
    const size = Buffer.byteLength(writeLongText(50_000, 'one'));
    expect(size).toBeGreaterThanOrEqual(50_000);
    expect(size).toBeLessThan(53_000);
  });
});
