import {
  CADENCES,
  type Cadence,
  FORMATS,
  type Format,
  LANGUAGES,
  type Language,
  NOTICE_KINDS,
  STATES,
} from '#libs/notices';
import { Choice, Choices, ListOf, Numbers, Shaped, Text, Whole } from '../http/fields.js';

const DIVISION = /^[0-9]{6}$/;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const EMAIL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,187}[A-Za-z0-9])?$/;

export class CadenceDto {
  @Choice('NoticeKind', NOTICE_KINDS) readonly kind!: (typeof NOTICE_KINDS)[number];
  @Choice('Cadence', CADENCES) readonly cadence!: Cadence;
}

/** How somebody wants to be told outside the system; in-app notices come in any case. */
export class PreferenceDto {
  @Shaped(EMAIL, { optional: true, example: 'yang@example.gov.cn', description: 'null: no e-mail' })
  readonly email?: string | null;
  @Choice('NoticeLanguage', LANGUAGES) readonly language!: Language;
  @Shaped(TIME, { example: '22:00', description: 'Asia/Shanghai' }) readonly quietFrom!: string;
  @Shaped(TIME, { example: '07:00', description: 'not included; equal to quietFrom: no quiet hours' })
  readonly quietTo!: string;
  @ListOf(() => CadenceDto, 0, NOTICE_KINDS.length, { description: 'a kind that is not named: immediately' })
  readonly cadence!: readonly CadenceDto[];
}

export class WebhooksQuery {
  @Shaped(DIVISION, { example: '431225' }) readonly divisionCode!: string;
}

export class WebhookDto {
  @Shaped(DIVISION, { example: '431225' }) readonly divisionCode!: string;
  @Text(1, 60, { example: '绩效股工作群' }) readonly name!: string;
  @Choice('WebhookFormat', FORMATS) readonly format!: Format;
  @Text(10, 2_000, { description: 'https; never answered again' }) readonly url!: string;
  @Text(16, 200, { optional: true, description: 'json: needed; dingtalk: where the robot signs; wecom: none' })
  readonly secret?: string | null;
  @Choices('NoticeKind', NOTICE_KINDS) readonly kinds!: readonly string[];
  @Choice('NoticeLanguage', LANGUAGES) readonly language!: Language;
}

export class DeliveriesQuery {
  @Choice('DeliveryState', STATES, { optional: true, description: 'default parked' })
  readonly state?: (typeof STATES)[number];
  @Whole(1, 200, { optional: true, description: 'default 50' }) readonly limit?: number;
  @Whole(1, Number.MAX_SAFE_INTEGER, { optional: true, description: 'the `next` of the page before' })
  readonly before?: number;
}

export class RedriveDto {
  @Numbers(1, 1_000, { optional: true, description: 'the parked deliveries; absent: the oldest 1,000' })
  readonly ids?: readonly number[] | null;
}
