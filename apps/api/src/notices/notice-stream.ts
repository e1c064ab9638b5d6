import { Readable } from 'node:stream';
import type { Pool } from 'pg';
import { lastNumber, noticesAfter } from '#libs/notices';

const PAGE = 100;
/** Who reads so slowly that this many bytes wait is let go, and comes back with the last id it has seen. */
const MOST_WAITING = 256 * 1_024;

/** One browser that listens: a person's notices as server-sent events, each once and in order. */
export class NoticeStream {
  readonly body = new Readable({ read: () => undefined });
  #cursor: number | undefined;
  #pumping = false;
  #again = false;

  constructor(
    private readonly pool: Pool,
    readonly personId: string,
    readonly sessionId: string,
  ) {}

  /** From the notice after `lastEventId` on, or from now; what is no id, or not one of ours, is now. */
  async begin(lastEventId: string | undefined): Promise<void> {
    const last = await lastNumber(this.pool);
    const given = /^\d{1,15}$/.test(lastEventId ?? '') ? Number(lastEventId) : last;
    const from = Math.min(given, last);
    // With an id, so that who reconnects before the first notice says from where.
    this.#write(`retry: 3000\nid: ${from}\nevent: ready\ndata: {}\n\n`);
    this.#cursor = from;
    await this.pump();
  }

  /** Writes what there is. Asked while it is writing, it looks once more afterwards. */
  async pump(): Promise<void> {
    this.#again = true;
    if (this.#pumping || this.#cursor === undefined) return;
    this.#pumping = true;
    try {
      while (this.#again && !this.body.destroyed) {
        this.#again = false;
        const page = await noticesAfter(this.pool, this.personId, this.#cursor, PAGE);
        for (const notice of page) {
          this.#write(`id: ${notice.number}\nevent: notice\ndata: ${JSON.stringify(notice)}\n\n`);
          this.#cursor = notice.number;
        }
        if (page.length === PAGE) this.#again = true;
      }
    } finally {
      this.#pumping = false;
    }
  }

  /** A comment, which keeps proxies from closing the connection. */
  beat(): void {
    this.#write(': still here\n\n');
  }

  end(): void {
    if (!this.body.destroyed && !this.body.readableEnded) this.body.push(null);
  }

  #write(text: string): void {
    if (this.body.destroyed || this.body.readableEnded) return;
    this.body.push(text);
    if (this.body.readableLength > MOST_WAITING) this.body.destroy();
  }
}
