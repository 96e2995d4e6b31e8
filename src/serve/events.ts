/** What the desk tells the pages that are open, as it happens. */
export type DeskEvent =
  | { readonly kind: 'case'; readonly digest: string }
  | { readonly kind: 'notices'; readonly last: number }
  | { readonly kind: 'job'; readonly job: string }
  | { readonly kind: 'trouble'; readonly message: string };

/** Hands events on to whoever listens now; nobody hears what was said before. */
export class Events {
  readonly #listeners = new Set<(event: DeskEvent) => void>();

  /** Whether anybody listens. */
  get isHeard(): boolean {
    return this.#listeners.size > 0;
  }

  /** @returns What ends the listening. */
  listen(listener: (event: DeskEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(event: DeskEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
