import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Pool } from 'pg';
import { Settings } from '#libs/config';
import type { Identity } from '#libs/identity';
import { type Cadence, cadenceOf, NOTICE_KINDS, type NoticeKind, preferenceOf, savePreference } from '#libs/notices';
import { LoggedInAs } from '../http/order.js';
import { Answers } from '../http/told.js';
import { PreferenceAnswer } from './notices.answer.js';
import { PreferenceDto } from './notices.dto.js';

@ApiTags('notices')
@Controller('api/notifications/preferences')
export class PreferencesController {
  constructor(
    private readonly pool: Pool,
    private readonly settings: Settings,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'getNoticePreferences',
    summary: '我的通知设置：邮件时机与免打扰时段 · When I am mailed, kind by kind, and my quiet hours',
  })
  @Answers(PreferenceAnswer)
  get(@LoggedInAs() { personId }: Identity) {
    return this.#of(personId);
  }

  @Put()
  @ApiOperation({
    operationId: 'saveNoticePreferences',
    summary: '保存通知设置；站内通知不能关闭 · Save them; in-app notices cannot be switched off',
  })
  @Answers(PreferenceAnswer)
  async save(@Body() given: PreferenceDto, @LoggedInAs() { personId }: Identity) {
    const { email = null, language, quietFrom, quietTo, cadence } = given;
    const said = new Map<NoticeKind, Cadence>(cadence.map((one) => [one.kind, one.cadence]));
    await savePreference(this.pool, personId, {
      email,
      language,
      quiet: { from: quietFrom, to: quietTo },
      cadence: Object.fromEntries(NOTICE_KINDS.map((kind) => [kind, said.get(kind) ?? 'immediately'])) as Record<
        NoticeKind,
        Cadence
      >,
    });
    return this.#of(personId);
  }

  async #of(personId: string) {
    const preference = await preferenceOf(this.pool, personId);
    const { email, language, quiet } = preference;
    return {
      email,
      language,
      quietFrom: quiet.from,
      quietTo: quiet.to,
      cadence: NOTICE_KINDS.map((kind) => ({ kind, cadence: cadenceOf(preference, kind) })),
      /** Whether this installation sends e-mail at all. */
      mailed: this.settings.smtpUrl !== undefined,
    };
  }
}
