import type { Browser, BrowserContext, Page } from 'playwright-core';

/** How much slower than this machine the reader's is. */
export const THROTTLE = 4;
/** Shorter events are not told of by the browser. */
const SHORTEST = 16;

/** Notes what the browser tells of its own paints and events; before any script of the page. */
const NOTE = `
  globalThis.noted = { lcp: 0, events: [] };
  new PerformanceObserver((list) => { noted.lcp = list.getEntries().at(-1).startTime; })
    .observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries()) if (interactionId) noted.events.push(duration);
  }).observe({ type: 'event', durationThreshold: ${SHORTEST}, buffered: true });`;

/** Logged in, in a browser that has nothing in its cache; what makes the next one so. */
export async function loggedIn(browser: Browser, url: string, login: string, oneTime: string) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${url}/login`);
  const own = `一把足够长的新口令-${login}`;
  for (const [method, path, body] of [
    ['POST', '/api/session', { login, password: oneTime }],
    ['PUT', '/api/session/password', { current: oneTime, next: own }],
  ] as const) {
    const given = JSON.stringify({ method, body: JSON.stringify(body) });
    const status = await page.evaluate<number>(`fetch('${path}', { ...${given}, headers:
      { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() } }).then(({ status }) => status)`);
    if (status >= 400) throw new Error(`${path}: ${status}`);
  }
  const state = await context.storageState();
  await context.close();
  return state;
}

type State = Awaited<ReturnType<BrowserContext['storageState']>>;

/** A page in a new browser of a slow reader, or of one as quick as this machine; closed when the work is done. */
export async function slowly<T>(
  browser: Browser,
  state: State | undefined,
  work: (page: Page) => Promise<T>,
  rate: number = THROTTLE,
) {
  const viewport = { width: 1280, height: 900 };
  const context = await browser.newContext({ locale: 'zh-CN', viewport, ...(state && { storageState: state }) });
  try {
    const page = await context.newPage();
    await page.addInitScript(NOTE);
    const protocol = await context.newCDPSession(page);
    await protocol.send('Emulation.setCPUThrottlingRate', { rate });
    return await work(page);
  } finally {
    await context.close();
  }
}

/** Milliseconds until the largest thing on the page was painted. */
export async function largestPaint(page: Page, address: string, shows: string): Promise<number> {
  await page.goto(address);
  await page.locator(shows).first().waitFor();
  await page.waitForLoadState('networkidle');
  return page.evaluate<number>('noted.lcp');
}

/** Kilobytes that came over the network for the page as it stands, compressed as they came. */
export const kilobytes = (page: Page): Promise<number> =>
  page.evaluate<number>(
    `[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1_000`,
  );

/** Milliseconds from the slowest event of what is done to the paint that follows it, as the browser measures INP. */
export async function interaction(page: Page, act: () => Promise<void>): Promise<number> {
  await page.waitForLoadState('networkidle');
  await page.evaluate('noted.events.length = 0');
  await act();
  // Two frames: what was done is painted, and told of.
  await page.evaluate(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100))))',
  );
  return page.evaluate<number>(`Math.max(${SHORTEST}, ...noted.events)`);
}

/** Frames a second while the page is scrolled by the wheel for so long. */
export async function scrolling(page: Page, milliseconds: number): Promise<number> {
  await page.mouse.move(700, 500);
  await page.evaluate(
    `globalThis.frames = []; (function next(now) { frames.push(now); globalThis.ticking = requestAnimationFrame(next); })(performance.now())`,
  );
  const end = performance.now() + milliseconds;
  while (performance.now() < end) await page.mouse.wheel(0, 120);
  return page.evaluate<number>(
    'cancelAnimationFrame(ticking), 1_000 * (frames.length - 1) / (frames.at(-1) - frames[0])',
  );
}
