export { isLoopback, isPublicAddress } from './addresses.js';
export { Deliveries, type Delivery, type DeliveryState, messageIdFor, noticeOf, STATES } from './deliveries.js';
export {
  CADENCES,
  type Cadence,
  FORMATS,
  type Format,
  INFORMING_KINDS,
  LANGUAGES,
  type Language,
  NOTICE_KINDS,
  type Notice,
  type NoticeKind,
} from './kinds.js';
export { Mail, messageIdOf } from './mail.js';
export { AddressRefused, checkedUrl, type OutboundOptions, postJson, SendingFailed } from './outbound.js';
export { type DeliveryRow, deliveriesIn, redriveDeliveries } from './parked.js';
export { cadenceOf, type Preference, preferenceOf, type Recipient, savePreference } from './preferences.js';
export { CHANNEL, lastNumber, noticesAfter, numberNotices, personsWithNotices, type Streamed } from './stream.js';
export { type Letter, letterOf, NOTICE_TEXTS, titleOf } from './texts.js';
export {
  afterQuiet,
  dayIn,
  MOST_ATTEMPTS,
  nextDigest,
  type QuietHours,
  USUAL_QUIET,
  waitAfter,
} from './timing.js';
export {
  DELIVERY_HEADER,
  isSigned,
  objectionOf,
  SIGNATURE_HEADER,
  signatureOf,
  TIMESTAMP_HEADER,
  type WebhookMessage,
  type WebhookTarget,
  webhookMessage,
} from './webhook-message.js';
export { MOST_WEBHOOKS, type Webhook, type WebhookDraft, Webhooks } from './webhooks.js';
