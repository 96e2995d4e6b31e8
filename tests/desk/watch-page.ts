import type { BrowserContext, Page, Request } from 'playwright-core';

/** Requests that never end by themselves: news of the case as it comes. */
const STREAMS: ReadonlySet<string> = new Set(['eventsource', 'websocket']);

const isOfPage = (url: string, origin: string): boolean =>
  url.startsWith(`${origin}/`) || /^(?:data|blob|about):/.test(url);

/** What goes on in the pages of a browser context: what went wrong, and what they wait for. */
export class PageWatch {
  readonly #origin: string;
  readonly #problems: string[] = [];
  readonly #forgiven: RegExp[] = [];
  readonly #pending = new Map<Page, Set<Request>>();

  /** @param origin As in `http://127.0.0.1:4000`: a request to anywhere else is a problem. */
  constructor(context: BrowserContext, origin: string) {
    this.#origin = origin;
    context.on('page', (page) => this.#watch(page));
  }

  /**
   * In the order in which they came: errors on the console, errors that nobody caught, violations of the
   * Content-Security-Policy, requests to other hosts, and dialogs that a script opened.
   */
  get problems(): readonly string[] {
    return this.#problems;
  }

  /** Takes out the problems that a test provokes on purpose, also those still to come; gives how many there were. */
  forgive(pattern: RegExp): number {
    this.#forgiven.push(pattern);
    const kept = this.#problems.filter((problem) => !pattern.test(problem));
    const forgiven = this.#problems.length - kept.length;
    this.#problems.splice(0, this.#problems.length, ...kept);
    return forgiven;
  }

  isWaiting(page: Page): boolean {
    return (this.#pending.get(page)?.size ?? 0) > 0;
  }

  /** The requests that a page waits for. */
  waiting(page: Page): readonly string[] {
    return [...(this.#pending.get(page) ?? [])].map((request) => `${request.method()} ${request.url()}`);
  }

  #watch(page: Page): void {
    const pending = new Set<Request>();
    this.#pending.set(page, pending);
    const put = (problem: string): void => {
      if (!this.#forgiven.some((pattern) => pattern.test(problem))) this.#problems.push(problem);
    };
    page.on('console', (message) => {
      if (message.type() === 'error') put(`console: ${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (error) => put(`not caught: ${error.stack ?? error.message}`));
    page.on('dialog', async (dialog) => {
      put(`dialog: ${dialog.type()} ${dialog.message()}`);
      await dialog.dismiss();
    });
    page.on('request', (request) => {
      if (!isOfPage(request.url(), this.#origin)) put(`request to another host: ${request.url()}`);
      if (!STREAMS.has(request.resourceType())) pending.add(request);
    });
    page.on('requestfinished', (request) => pending.delete(request));
    page.on('requestfailed', (request) => pending.delete(request));
  }
}
