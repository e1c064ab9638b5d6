import type { Shape } from './shape.js';
import type { zhNotices } from './zh-notices.js';

/** English texts of how people are told. */
export const enNotices: Shape<typeof zhNotices> = {
  noticeSettings: {
    title: 'Notice settings',
    open: 'Notice settings',
    always: 'In-app notices always come and cannot be switched off. With an address you can be mailed as well.',
    email: 'E-mail address',
    emailHint: 'Without one no e-mail is sent.',
    language: 'Language of e-mails',
    languages: { 'zh-CN': 'Chinese', en: 'English' },
    quietFrom: 'Quiet from',
    quietTo: 'Quiet until',
    quietHint:
      'China Standard Time. E-mails of the quiet hours leave when these end; none is lost. Equal: no quiet hours.',
    cadence: 'When to e-mail',
    cadences: { immediately: 'Immediately', daily: 'Daily digest (8:00)', never: 'Never' },
    saved: 'Notice settings saved',
    notMailed: 'No mail server is configured here yet: the settings are kept, but nothing is mailed.',
    live: 'Live',
    asOf: 'As of {{time}}',
  },
  deliveries: {
    title: 'Parked notices',
    empty: 'No notice is parked',
    notice: 'Notice',
    channel: 'Channel',
    channels: { 'e-mail': 'E-mail', webhook: 'Webhook' },
    attempts: 'Attempts',
    reason: 'Reason',
    redrive: 'Send all again',
    redriven: 'Sent again: {{count}}',
  },
};
