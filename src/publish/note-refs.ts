/** Numbers of the notes that a sentence stands on, and how many further quotes there are. */
export interface NoteRefs {
  readonly numbers: readonly number[];
  readonly more: number;
}
