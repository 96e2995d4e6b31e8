import type { Box } from './geometry.ts';
import type { Word } from './word.ts';

/** What letters of one text object have in common. */
export interface Look {
  readonly size: number;
  readonly isBold: boolean;
  readonly isHidden: boolean;
  readonly turn: number;
  readonly isSlanted: boolean;
}

/** Arabic, Hebrew and their kin, without figures and signs. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff]/;
const isTurned = (text: string): boolean => RIGHT_TO_LEFT.test(text) && /\p{L}/u.test(text);

/**
 * Letters of one word, as they are read. The library turns lines of right-to-left script letter by letter, which also turns the letters
 * that one sign shows (lam and alef): where such letters go to the right, they are turned back.
 */
const textOf = (letters: readonly string[], lefts: readonly number[]): string => {
  const plain = letters.join('');
  if (!RIGHT_TO_LEFT.test(plain)) return plain;
  let text = '';
  let run: string[] = [];
  letters.forEach((letter, i) => {
    const last = letters[i - 1];
    const isBack = last !== undefined && isTurned(letter) && isTurned(last) && (lefts[i] ?? 0) > (lefts[i - 1] ?? 0);
    if (!isBack) {
      text += run.reverse().join('');
      run = [];
    }
    run.push(letter);
  });
  return text + run.reverse().join('');
};

/** Writes letters together to words. Called for each letter of a document, so it makes no object of its own for one. */
export class WordWriter {
  readonly words: Word[] = [];
  readonly slanted: Word[] = [];
  readonly hidden: Word[] = [];
  #look: Look | null = null;
  #letters: string[] = [];
  #lefts: number[] = [];
  #left = 0;
  #right = 0;
  #baseline = 0;
  #ink: [number, number, number, number] = [0, 0, 0, 0];
  #before: Word['before'] = 'nothing';
  #beforeNext: Word['before'] = 'nothing';

  space(before: Word['before']): void {
    this.end();
    if (this.#beforeNext !== 'written') this.#beforeNext = before;
  }

  letter(text: string, look: Look, left: number, right: number, baseline: number, ink: Box): void {
    if (!this.#goesOn(look, left, right, baseline)) {
      this.end();
      this.#look = look;
      this.#left = left;
      this.#right = right;
      this.#baseline = baseline;
      this.#ink = [...ink];
      this.#before = this.#beforeNext;
      this.#beforeNext = 'nothing';
    }
    this.#letters.push(text);
    this.#lefts.push(left);
    this.#left = Math.min(this.#left, left);
    this.#right = Math.max(this.#right, right);
    const own = this.#ink;
    own[0] = Math.min(own[0], ink[0]);
    own[1] = Math.min(own[1], ink[1]);
    own[2] = Math.max(own[2], ink[2]);
    own[3] = Math.max(own[3], ink[3]);
  }

  #goesOn(look: Look, left: number, right: number, baseline: number): boolean {
    const word = this.#look;
    if (word === null) return false;
    if (look.turn !== word.turn || look.isSlanted !== word.isSlanted || look.isHidden !== word.isHidden) return false;
    if (look.isSlanted) return true;
    const { size } = word;
    const isBeside = left < this.#right + size * 0.6 && right > this.#left - size * 0.6;
    const isLevel = Math.abs(baseline - this.#baseline) < size * 0.2;
    return isBeside && isLevel && look.size > size * 0.8 && look.size < size * 1.25;
  }

  /** Ends the word, if there is one. To be called at the end. */
  end(): void {
    const look = this.#look;
    if (look === null) return;
    const { size, isBold, turn } = look;
    const list = look.isHidden ? this.hidden : look.isSlanted ? this.slanted : this.words;
    list.push({
      text: textOf(this.#letters, this.#lefts),
      left: this.#left,
      right: this.#right,
      baseline: this.#baseline,
      size,
      isBold,
      ink: this.#ink,
      turn,
      before: this.#before,
    });
    this.#look = null;
    this.#letters = [];
    this.#lefts = [];
  }
}
