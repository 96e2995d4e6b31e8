const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
const listed = (names: Iterable<string>): string => [...names].slice(0, 20).join(', ');

/** What is in a word processor's file besides the text that stands. */
export interface BesideText {
  readonly insertions: number;
  readonly deletions: number;
  /** Who made the changes. */
  readonly authors: Iterable<string>;
  /** Who wrote the comments, one for each. */
  readonly commenters: readonly string[];
  readonly hidden: number;
  readonly isWhole: boolean;
}

/** What a reader of the text must know: how it differs from what the file shows to who opens it. */
export const changesInWords = ({
  insertions,
  deletions,
  authors,
  commenters,
  hidden,
  isWhole,
}: BesideText): readonly string[] => {
  const noticed: string[] = [];
  if (insertions + deletions > 0) {
    const names = listed(authors);
    const parts = [
      ...(insertions > 0 ? [`${counted(insertions, 'insertion')} taken as text`] : []),
      ...(deletions > 0 ? [`${counted(deletions, 'deletion')} left out`] : []),
    ];
    noticed.push(`tracked changes${names && ` by ${names}`}: ${parts.join(', ')}`);
  }
  if (commenters.length > 0)
    noticed.push(`${counted(commenters.length, 'comment')} by ${listed(new Set(commenters))} put at the end`);
  if (hidden > 0) noticed.push('left out words that are formatted as hidden');
  if (!isWhole) noticed.push('read as far as it goes: its text is cut off or badly nested');
  return noticed;
};
