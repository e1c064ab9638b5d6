import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import { Settings } from '#libs/config';
import type { Identity } from '#libs/identity';
import { DomainError } from '#libs/kernel';
import { AddressRefused, checkedUrl, MOST_WEBHOOKS, type Webhook, type WebhookDraft, Webhooks } from '#libs/notices';
import type { Order } from '../http/order.js';
import { Administration, idOf } from '../registry/administration.js';
import type { WebhookDto } from './notices.dto.js';

/** Where a division is told. Its managers and the administrators decide; each change is in the log, without address and secret. */
@Injectable()
export class WebhookBook {
  constructor(
    private readonly pool: Pool,
    private readonly settings: Settings,
    private readonly webhooks: Webhooks,
    private readonly administration: Administration,
  ) {}

  async of(divisionCode: string, identity: Identity): Promise<Webhook[]> {
    await this.#roleOver(divisionCode, identity);
    return this.webhooks.of(divisionCode);
  }

  /** Refuses an address that is no receiver, a format without the secret it signs with, and more than 20 of a division. */
  async add(given: WebhookDto, order: Order): Promise<Webhook> {
    const { divisionCode, name, format, kinds, language } = given;
    order.known.command = { type: 'Change webhook', target: divisionCode };
    const role = await this.#roleOver(divisionCode, order.by);
    const url = this.#checked(given.url);
    const secret = given.secret ?? null;
    if (format === 'json' && secret === null)
      throw new DomainError('invalid', 'webhook.secret-needed', { pointer: '/secret' });
    if (kinds.length === 0) throw new DomainError('invalid', 'webhook.no-kinds', { pointer: '/kinds' });
    const id = idOf(order, 'webhook');
    const draft: WebhookDraft = { id, divisionCode, name, format, kinds, language, url, secret };
    const change = async () => {
      if (!(await this.webhooks.add(draft)))
        throw new DomainError('conflict', 'webhook.too-many', { most: MOST_WEBHOOKS });
      return this.#find(id);
    };
    return this.administration.change(order, { record: 'webhook', id, role }, { change, now: () => this.#find(id) });
  }

  /** Ends it; repeating changes nothing. */
  async disable(id: string, order: Order): Promise<Webhook> {
    order.known.command = { type: 'Change webhook', target: id };
    const before = await this.#find(id);
    const role = await this.#roleOver(before.divisionCode, order.by);
    const change = async () => {
      await this.webhooks.disable(id);
      return this.#find(id);
    };
    const now = () => this.#find(id);
    return this.administration.change(order, { record: 'webhook', id, role, before }, { change, now });
  }

  #checked(text: string): URL {
    try {
      return checkedUrl(text, { loopback: this.settings.webhookReceivers === 'loopback' });
    } catch (error) {
      if (error instanceof AddressRefused) throw new DomainError('invalid', error.message, { pointer: '/url' });
      throw error;
    }
  }

  async #find(id: string): Promise<Webhook> {
    const found = UUID.test(id) ? await this.webhooks.find(id) : undefined;
    if (found === undefined) throw new DomainError('not-found', 'webhook.unknown');
    return found;
  }

  /** In which role the person decides for the division; refuses (not found) who does not. */
  async #roleOver(divisionCode: string, { grants }: Identity): Promise<'administrator' | 'campaign-manager'> {
    const administers = grants.some(({ role }) => role === 'administrator');
    const managed = grants.filter(({ role }) => role === 'campaign-manager').map(({ unitId }) => unitId);
    const { rows } = await this.pool.query(
      `select from registry.fiscal_division d
        where d.code = $1 and ($2 or exists (select from registry.unit u
                                              where u.division_code = d.code and u.parent_id is null and u.id = any($3)))`,
      [divisionCode, administers, managed],
    );
    if (rows.length === 0) throw new DomainError('not-found', 'webhook.division-out-of-reach');
    return administers ? 'administrator' : 'campaign-manager';
  }
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
