import type { Page } from 'playwright-core';

/** What has the focus, as somebody at the keyboard knows it. */
interface Stop {
  readonly name: string;
  readonly role: string;
  readonly inDialog: boolean;
  /** Whether one sees that it has the focus: by an outline, or by the shadow or border of the field around it. */
  readonly visible: boolean;
}

const STOP = `(() => {
  const it = document.activeElement;
  if (!it || it === document.body) return { name: '', role: 'body', inDialog: false, visible: false };
  const labels = [...(it.labels ?? [])].map((one) => one.textContent).join(' ');
  const name = it.ariaLabel || labels || it.textContent || it.placeholder || '';
  const box = it.getBoundingClientRect();
  const onScreen = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
  const around = it.closest('.ant-input-affix-wrapper, .ant-select, .ant-checkbox-wrapper') ?? it;
  const marked = [it, it.parentElement, around].some((one) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  });
  return {
    name: name.trim().replace(/\\s+/g, ' ').slice(0, 80),
    role: it.getAttribute('role') ?? it.tagName.toLowerCase(),
    inDialog: it.closest('[role=dialog]') !== null,
    visible: onScreen && marked,
  };
})()`;

/** Somebody without a mouse, who must see at every stop where the focus is. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  at(): Promise<Stop> {
    return this.page.evaluate<Stop>(STOP);
  }

  /** Goes on with Tab until something of that name has the focus; throws where the focus is not seen, and after `most` stops. */
  async reach(name: string | RegExp, { key = 'Tab', most = 80 } = {}): Promise<Stop> {
    const passed: string[] = [];
    for (let n = 0; n < most; n += 1) {
      await this.page.keyboard.press(key);
      const stop = await this.at();
      passed.push(`${stop.role} ${stop.name}`);
      if (stop.role !== 'body' && !stop.visible) throw new Error(`nobody sees the focus on ${passed.at(-1)}`);
      if (typeof name === 'string' ? stop.name === name : name.test(stop.name)) return stop;
    }
    throw new Error(`no stop is called ${name}: ${passed.join(' | ')}`);
  }

  /** Once around with Tab, until the focus is again where it began; the moment between the last stop and the first is no stop. */
  async round({ most = 40 } = {}): Promise<readonly Stop[]> {
    const begin = await this.at();
    const stops: Stop[] = [];
    for (let n = 0; n < most; n += 1) {
      await this.page.keyboard.press('Tab');
      const stop = await this.at();
      if (stop.role !== 'body') stops.push(stop);
      if (stop.name === begin.name && stop.role === begin.role) return stops;
    }
    throw new Error(`never again at ${begin.name}: ${stops.map(({ name }) => name).join(' | ')}`);
  }
}
