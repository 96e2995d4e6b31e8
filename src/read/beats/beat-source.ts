/** A file of a beat's folder: its path as shown in errors, relative to that folder, and its text. */
export interface BeatSource {
  readonly path: string;
  readonly text: string;
  /** Why it has no text that could be read, and what to do. */
  readonly fault?: { readonly message: string; readonly next: string };
}
