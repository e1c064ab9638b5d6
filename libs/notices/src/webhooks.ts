import type { Pool } from 'pg';
import type { Sealing } from '#libs/identity';
import type { Format, Language } from './kinds.js';
import type { WebhookTarget } from './webhook-message.js';

/** A webhook as its managers see it: never the address beyond its host, never the secret. */
export interface Webhook {
  readonly id: string;
  readonly divisionCode: string;
  readonly name: string;
  readonly format: Format;
  readonly host: string;
  readonly kinds: readonly string[];
  readonly language: Language;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly disabledAt: string | null;
}

export interface WebhookDraft extends Pick<Webhook, 'id' | 'divisionCode' | 'name' | 'format' | 'kinds' | 'language'> {
  /** Checked before: `checkedUrl`. */
  readonly url: URL;
  readonly secret: string | null;
}

const SHOWN = `id, division_code as "divisionCode", name, format, host, kinds, language,
  created_at as "createdAt", disabled_at as "disabledAt"`;

type Row = Webhook & { readonly createdAt: Date; readonly disabledAt: Date | null };
const shown = (row: Row): Webhook => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  disabledAt: row.disabledAt?.toISOString() ?? null,
});

/** How many a division may have open. */
export const MOST_WEBHOOKS = 20;

/** Where divisions want to be told. Address and secret lie sealed in the database, bound to their row. */
export class Webhooks {
  constructor(
    private readonly pool: Pool,
    private readonly sealing: Sealing,
  ) {}

  /** Those of the division, the newest first; at most 100, disabled ones last. */
  async of(divisionCode: string): Promise<Webhook[]> {
    const { rows } = await this.pool.query<Row>(
      `select ${SHOWN} from notice.webhook where division_code = $1
        order by disabled_at nulls first, created_at desc, id limit 100`,
      [divisionCode],
    );
    return rows.map(shown);
  }

  async find(id: string): Promise<Webhook | undefined> {
    const { rows } = await this.pool.query<Row>(`select ${SHOWN} from notice.webhook where id = $1`, [id]);
    return rows.map(shown)[0];
  }

  /** Made once for its id. False: the division has as many as it may, and nothing was made. */
  async add({ id, divisionCode, name, format, kinds, language, url, secret }: WebhookDraft): Promise<boolean> {
    const sealed = this.sealing.seal(Buffer.from(JSON.stringify({ url: url.href, secret })), nameOf(id));
    const { rows } = await this.pool.query<{ there: boolean }>(
      `with made as (
         insert into notice.webhook (id, division_code, name, format, host, sealed, kinds, language)
         select $1, $2, $3, $4, $5, $6, $7, $8
          where (select count(*) from notice.webhook where division_code = $2 and disabled_at is null) < $9
         on conflict (id) do nothing returning id)
       select exists (select from made) or exists (select from notice.webhook where id = $1) as there`,
      [id, divisionCode, name, format, url.host, sealed, kinds, language, MOST_WEBHOOKS],
    );
    return rows[0]?.there === true;
  }

  /** Nothing goes there any more, also of what is due. */
  async disable(id: string): Promise<void> {
    await this.pool.query('update notice.webhook set disabled_at = now() where id = $1 and disabled_at is null', [id]);
  }

  /** Where to send; undefined: disabled. Throws `factor.secret-unreadable` under another key. */
  async target(id: string): Promise<WebhookTarget | undefined> {
    const { rows } = await this.pool.query<{ format: Format; language: Language; sealed: Buffer }>(
      'select format, language, sealed from notice.webhook where id = $1 and disabled_at is null',
      [id],
    );
    const row = rows[0];
    if (row === undefined) return undefined;
    const opened = JSON.parse(this.sealing.open(row.sealed, nameOf(id)).toString('utf8')) as Pick<
      WebhookTarget,
      'url' | 'secret'
    >;
    return { format: row.format, language: row.language, ...opened };
  }
}

const nameOf = (id: string): string => `webhook:${id}`;
