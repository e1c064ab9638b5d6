import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { machineHas } from '#libs/testing';
import { type Box, Pictures } from './pictures.js';

/** The browser of Debian and of most Linux desktops; `.ci/run` installs it. */
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);

/** In what the pages are to be tested: in nothing where no browser is installed. Called once in a file of tests. */
export function browsers(): readonly string[] {
  const found = machineHas('Chromium', CHROMIUM !== undefined, 'REQUIRE_BROWSER', 'the web interface is not tested');
  return found ? ['Chromium'] : [];
}

/** A desk and a telephone. */
export const WIDTHS = [1280, 375] as const;
const HEIGHTS: Readonly<Record<number, number>> = { 1280: 900, 375: 812 };

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

/** How the pages look that were inspected under a name. */
export const pictures = new Pictures();

/** Every address that was inspected, as the router names it. */
export const inspected = new Set<string>();

/** What is another each time: drawn from chance, or a hash of what holds the time. */
const CHANCE = `[...document.querySelectorAll('code, .qr, .secret, .one-time, .receipt-facts, .receipt-codes')].map((one) => {
  const { x, y, width, height } = one.getBoundingClientRect();
  return { x, y, width, height };
})`;

/** What the content policy forbids is a fault of the page that tried it. */
const VIOLATIONS = `document.addEventListener('securitypolicyviolation', (event) => console.error(
  [event.violatedDirective, event.blockedURI, event.sourceFile, event.lineNumber, event.sample].join(' ')))`;

/** Somebody at a browser, who notes what goes wrong in it. */
export class Visitor {
  readonly faults: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly base: string,
  ) {
    page.on('pageerror', (error) => this.faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) this.faults.push(message.text());
    });
  }

  static async at(browser: Browser, base: string): Promise<Visitor> {
    const viewport = { width: WIDTHS[0], height: HEIGHTS[WIDTHS[0]]! };
    const context = await browser.newContext({
      ...{ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport },
      // Movements would be waited for on every page, and drawn by the processor.
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(30_000);
    await context.addInitScript(VIOLATIONS);
    return new Visitor(context, await context.newPage(), base);
  }

  async go(path: string): Promise<void> {
    await this.page.goto(this.base + path);
    await this.page.waitForLoadState('networkidle');
  }

  /** Lets somebody in past the forms of the log-in, which have tests of their own. */
  async enter(login: string, password: string, own: string): Promise<void> {
    await this.page.goto(`${this.base}/login`);
    await this.ask('POST', '/api/session', { login, password });
    await this.ask('PUT', '/api/session/password', { current: password, next: own });
  }

  /** Asks the API as the scripts of the page do; throws what it refuses. `seen`: the version that is acted on. */
  async ask<T>(method: string, path: string, body?: object, seen?: number): Promise<T> {
    const given = JSON.stringify({ method, path, body, seen });
    const { status, text } = await this.page.evaluate<{ status: number; text: string }>(`(async (asked) => {
      const answer = await fetch(asked.path, {
        method: asked.method,
        headers: {
          'idempotency-key': crypto.randomUUID(),
          ...(asked.body && { 'content-type': 'application/json' }),
          ...(asked.seen !== undefined && { 'if-match': JSON.stringify(String(asked.seen)) }),
        },
        body: asked.body && JSON.stringify(asked.body),
      });
      return { status: answer.status, text: await answer.text() };
    })(${given})`);
    if (status >= 400) throw new Error(`${method} ${path}: ${status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  /**
   * What axe-core finds wrong with the page as it stands, on a desk and on a telephone, and whether it is wider than the
   * screen; with a name, it is compared with its approved picture.
   */
  async inspect(picture?: string): Promise<string[]> {
    const found: string[] = [];
    await this.page.locator('h1').first().waitFor(); // a page that still loads has none
    inspected.add(new URL(this.page.url()).pathname);
    const protocol = await this.context.newCDPSession(this.page);
    for (const width of WIDTHS) {
      await this.page.setViewportSize({ width, height: HEIGHTS[width]! });
      await this.settle();
      // Through the debugger, because the content security policy lets no script in.
      await protocol.send('Runtime.evaluate', { expression: axe });
      const { result } = await protocol.send('Runtime.evaluate', {
        expression: `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => JSON.stringify(
          violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)).join(' ')).concat(
            document.documentElement.scrollWidth > innerWidth ? ['wider than the screen'] : [])))`,
        awaitPromise: true,
        returnByValue: true,
      });
      found.push(...(JSON.parse(String(result.value)) as string[]).map((one) => `${width} px: ${one}`));
      if (!picture) continue;
      // What was done a moment ago is told for a moment.
      for (const told of await this.page.locator('.ant-message-notice').all())
        await told.waitFor({ state: 'detached' });
      pictures.look(`${picture}-${width}`, await this.page.screenshot(), await this.page.evaluate<Box[]>(CHANCE));
    }
    await this.page.setViewportSize({ width: WIDTHS[0], height: HEIGHTS[WIDTHS[0]]! });
    await protocol.detach();
    return found;
  }

  /** Waits until nothing moves: colours on their way from one to another have no contrast that could be judged. */
  async settle(): Promise<void> {
    await this.page.waitForLoadState('networkidle');
    await this.page.evaluate(
      'Promise.allSettled(document.getAnimations().filter((one) => one.effect?.getComputedTiming().iterations !== Infinity).map((one) => one.finished))',
    );
  }
}
