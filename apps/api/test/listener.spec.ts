import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { eventually } from '#libs/testing';

export interface Told {
  readonly id: string;
  readonly event: string;
  readonly data: { readonly kind?: string; readonly evaluationId?: string; readonly number?: number };
}

/** A browser's EventSource over a real connection. */
export class Listener {
  text = '';
  ended = false;

  private constructor(
    private readonly asked: ClientRequest,
    readonly answer: IncomingMessage,
  ) {
    answer.setEncoding('utf8').on('data', (text: string) => {
      this.text += text;
    });
    answer.on('close', () => {
      this.ended = true;
    });
    answer.on('error', () => undefined);
  }

  static async open(origin: string, cookie: string, lastEventId?: string): Promise<Listener> {
    const asked = request(`${origin}/api/notifications/stream`, {
      agent: false,
      headers: { cookie, ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }) },
    });
    asked.end();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    asked.on('error', () => undefined);
    const listener = new Listener(asked, answer);
    if (answer.statusCode === 200) await eventually(async () => listener.text.includes('event: ready'));
    return listener;
  }

  /** What was told so far, without the beginning. */
  get notices(): readonly Told[] {
    return this.text
      .split('\n\n')
      .filter((block) => block.includes('event: notice'))
      .map((block) => {
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
        return { id: field('id'), event: field('event'), data: JSON.parse(field('data')) };
      });
  }

  close(): void {
    this.asked.destroy();
  }
}
