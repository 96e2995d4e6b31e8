/** What is said in one stretch of a recording, by one voice. */
export interface Cue {
  /** Seconds from the start. */
  readonly from: number;
  readonly to: number;
  /** As the file names whoever speaks; null where it does not. */
  readonly speaker: string | null;
  /** Another speaks from here on, named or not. */
  readonly isTurn: boolean;
  /** One line. */
  readonly text: string;
}

/** A cue as a caption file has it, lines as shown. */
export interface Caption {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}
