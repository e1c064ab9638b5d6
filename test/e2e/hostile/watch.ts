import { eventually } from '#libs/testing';
import type { Visitor } from '../browser.js';

/** Everything a page shows: its text, what stands in its fields, and what is read aloud or told by a tip. */
const SHOWN = `[document.title, document.body.textContent, ...[...document.querySelectorAll('input, textarea')].map((one) => one.value),
  ...[...document.querySelectorAll('[aria-label], [title]')].flatMap((one) => [one.ariaLabel, one.title])].join('\\n')`;

/** Watches a browser for what only a text that became more than text would bring about. */
export class Watch {
  readonly #seen: string[] = [];

  constructor(private readonly visitor: Visitor) {
    const { page, base } = visitor;
    page.on('request', (request) => {
      const own = request.url().startsWith(`${base}/`) || request.url().startsWith('data:');
      if (!own) this.#seen.push(`asked ${request.url()}`);
    });
    page.on('dialog', (dialog) => {
      this.#seen.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('popup', (popup) => this.#seen.push(`opened ${popup.url()}`));
  }

  /** What was seen on the page as it stands, and what has gone wrong since the last look. */
  async look(): Promise<string[]> {
    const found = await this.visitor.page.evaluate<string[]>(`[
      ...(globalThis.hostile === undefined ? [] : ['a script ran']),
      ...[...document.querySelectorAll('[hostile]')].map((one) => 'became markup: ' + one.outerHTML),
      ...[...document.querySelectorAll('[href], [src]')].map((one) => one.getAttribute('href') ?? one.getAttribute('src'))
        .filter((to) => /^\\s*(?:javascript|vbscript|data:text)/i.test(to)).map((to) => 'leads to ' + to)]`);
    return [...this.#seen.splice(0), ...this.visitor.faults.splice(0), ...found];
  }

  /** Opens the page, waits until it shows all these texts to the letter, and tells what it saw meanwhile. */
  async open(path: string, texts: readonly string[]): Promise<string[]> {
    const { page, base } = this.visitor;
    await page.goto(base + path);
    let lacking: readonly string[] = texts;
    const complete = async (): Promise<boolean> => {
      const shown = await page.evaluate<string>(SHOWN);
      lacking = texts.filter((text) => !shown.includes(text));
      return lacking.length === 0;
    };
    await eventually(complete, 5_000).catch(() => undefined); // what is lacking is told below
    const strayed = page.url() === base + path ? [] : [`went to ${page.url()}`];
    return [...(await this.look()), ...strayed, ...lacking.map((text) => `does not show ${text}`)];
  }
}
