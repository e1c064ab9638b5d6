import { CADENCES, FORMATS, LANGUAGES, NOTICE_KINDS, STATES } from '#libs/notices';
import { Has, Word } from '../http/told.js';

export class CadenceAnswer {
  @Word('NoticeKind', NOTICE_KINDS) readonly kind!: string;
  @Word('Cadence', CADENCES) readonly cadence!: string;
}

/** How somebody wants to be told outside the system. */
export class PreferenceAnswer {
  @Has('text', { nullable: true }) readonly email!: string | null;
  @Word('NoticeLanguage', LANGUAGES) readonly language!: string;
  @Has('text', { example: '22:00', description: 'Asia/Shanghai' }) readonly quietFrom!: string;
  @Has('text', { example: '07:00' }) readonly quietTo!: string;
  @Has([CadenceAnswer]) readonly cadence!: readonly CadenceAnswer[];
  @Has('flag', { description: 'this installation sends e-mail at all' }) readonly mailed!: boolean;
}

/** A webhook or a robot of a division; its address and secret are never shown. */
export class WebhookAnswer {
  @Has('text') readonly id!: string;
  @Has('text') readonly divisionCode!: string;
  @Has('text') readonly name!: string;
  @Word('WebhookFormat', FORMATS) readonly format!: string;
  @Has('text') readonly host!: string;
  @Word('NoticeKind', NOTICE_KINDS, { isArray: true }) readonly kinds!: readonly string[];
  @Word('NoticeLanguage', LANGUAGES) readonly language!: string;
  @Has('moment') readonly createdAt!: string;
  @Has('moment', { nullable: true }) readonly disabledAt!: string | null;
}

/** One notice on its way out. */
export class DeliveryAnswer {
  @Has('whole') readonly id!: number;
  @Has('whole') readonly position!: number;
  @Word('NoticeKind', NOTICE_KINDS) readonly kind!: string;
  @Has('text') readonly evaluationId!: string;
  @Has('text') readonly unitName!: string;
  @Word('DeliveryChannel', ['e-mail', 'webhook']) readonly channel!: string;
  @Has('text', { nullable: true }) readonly webhookName!: string | null;
  @Word('DeliveryState', STATES) readonly state!: string;
  @Has('whole') readonly attempts!: number;
  @Has('moment') readonly nextAt!: string;
  @Has('moment') readonly createdAt!: string;
  @Has('text', { nullable: true }) readonly lastError!: string | null;
  @Has('text', { nullable: true }) readonly messageId!: string | null;
}

export class DeliveriesAnswer {
  @Has([DeliveryAnswer]) readonly items!: readonly DeliveryAnswer[];
  @Has('whole', { nullable: true, description: '`before` of the next page; null: the end' })
  readonly next!: number | null;
}

export class RedrivenAnswer {
  @Has(['whole']) readonly redriven!: readonly number[];
}
