import type { Pool } from 'pg';
import {
  AddressRefused,
  afterQuiet,
  cadenceOf,
  Deliveries,
  type Delivery,
  dayIn,
  letterOf,
  type Mail,
  messageIdFor,
  nextDigest,
  noticeOf,
  objectionOf,
  postJson,
  preferenceOf,
  type Recipient,
  SendingFailed,
  type Webhooks,
  webhookMessage,
} from '#libs/notices';

export interface CourierOptions {
  /** Ours, for links: scheme://host[:port]. */
  readonly origin: string;
  /** Without one, letters are parked until there is. */
  readonly mail?: Mail | undefined;
  /** Without them (no SECRETS_KEY), webhooks are parked. */
  readonly webhooks?: Webhooks | undefined;
  /** Also http and this machine as receivers. */
  readonly loopback?: boolean;
  readonly now?: () => Date;
  readonly leaseMs?: number;
  readonly firstWaitMs?: number;
  /** Called between the outside and the mark: where a test ends the process. */
  readonly afterSending?: () => void | Promise<void>;
}

export type Outcome = 'nothing-due' | 'sent' | 'postponed' | 'dropped' | 'failed';

const AT_ONCE = 500;

/** Carries deliveries out of the house. Everything is decided from the tables: a job only says which row to look at. */
export class Courier {
  readonly #deliveries: Deliveries;
  readonly #now: () => Date;
  readonly #host: string;

  constructor(
    private readonly pool: Pool,
    private readonly options: CourierOptions,
  ) {
    this.#deliveries = new Deliveries(pool, options);
    this.#now = options.now ?? (() => new Date());
    this.#host = new URL(options.origin).hostname.replace(/^\[|\]$/g, '');
  }

  /** What may leave now. */
  due(): Promise<number[]> {
    return this.#deliveries.due(this.#now(), AT_ONCE);
  }

  /** Sends it, if it may leave now and nobody else took it up. Throws only when the tables cannot be read or written. */
  async deliver(id: number): Promise<Outcome> {
    const delivery = await this.#deliveries.find(id, this.#now());
    if (delivery === undefined) return 'nothing-due';
    return delivery.webhookId === null ? this.#write(delivery) : this.#post(delivery, delivery.webhookId);
  }

  async #write(delivery: Delivery): Promise<Outcome> {
    const now = this.#now();
    const recipient = await preferenceOf(this.pool, delivery.personId);
    const { email, quiet, language } = recipient;
    if (email === null || !wants(recipient, delivery)) return this.#drop([delivery], 'not wanted any more');
    const later = timeOf(delivery, recipient, now);
    if (later.at > now) {
      await this.#deliveries.postpone(delivery, afterQuiet(later.at, quiet), later.digestOn);
      return 'postponed';
    }
    const taken = await this.#deliveries.take(delivery, now);
    const unwanted = taken.filter((one) => !wants(recipient, one));
    const wanted = taken.filter((one) => wants(recipient, one));
    if (unwanted.length > 0) await this.#drop(unwanted, 'not wanted any more');
    if (wanted.length === 0) return 'nothing-due';
    const { mail, origin } = this.options;
    if (mail === undefined) return this.#fail(wanted, new AddressRefused('mail.not-configured'));
    const messageId = messageIdFor(wanted, this.#host);
    return this.#send(wanted, messageId, () =>
      mail.send(email, letterOf(wanted.map(noticeOf), language, origin), messageId),
    );
  }

  async #post(delivery: Delivery, webhookId: string): Promise<Outcome> {
    const { webhooks, origin, loopback = false } = this.options;
    const now = this.#now();
    const taken = await this.#deliveries.take(delivery, now);
    if (taken.length === 0) return 'nothing-due';
    try {
      if (webhooks === undefined) throw new AddressRefused('webhook.no-key');
      const target = await webhooks.target(webhookId);
      if (target === undefined) return await this.#drop(taken, 'webhook disabled');
      const notice = noticeOf(delivery);
      const { url, headers, body } = webhookMessage(target, notice, origin, now);
      return await this.#send(taken, notice.id, async () => {
        const objection = objectionOf(target.format, await postJson(url, body, headers, { loopback }));
        if (objection !== undefined) throw new SendingFailed(objection);
      });
    } catch (error) {
      return this.#fail(taken, error as Error);
    }
  }

  async #send(taken: readonly Delivery[], messageId: string, send: () => Promise<void>): Promise<Outcome> {
    try {
      await send();
    } catch (error) {
      return this.#fail(taken, error as Error);
    }
    await this.options.afterSending?.();
    await this.#deliveries.sent(taken, messageId);
    return 'sent';
  }

  async #fail(taken: readonly Delivery[], error: Error): Promise<Outcome> {
    await this.#deliveries.failed(taken, this.#now(), error.message, error instanceof AddressRefused);
    return 'failed';
  }

  async #drop(unwanted: readonly Delivery[], reason: string): Promise<Outcome> {
    await this.#deliveries.drop(unwanted, reason);
    return 'dropped';
  }
}

const wants = (recipient: Recipient, { kind }: Delivery): boolean =>
  recipient.active && cadenceOf(recipient, kind) !== 'never';

/** When it may leave: in the next digest, or now unless the hours are quiet. A repeat stays what it was. */
function timeOf({ kind, attempts, digestOn }: Delivery, recipient: Recipient, now: Date) {
  if (digestOn === null && attempts === 0 && cadenceOf(recipient, kind) === 'daily') {
    const at = nextDigest(now);
    return { at, digestOn: dayIn(at) };
  }
  return { at: afterQuiet(now, recipient.quiet), digestOn };
}
