import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Format, Language, Notice } from './kinds.js';
import { linkTo, markdownOf, NOTICE_TEXTS, titleOf } from './texts.js';

export interface WebhookTarget {
  readonly format: Format;
  readonly language: Language;
  readonly url: string;
  /** What both sides know. WeCom signs nothing; its address is the key. */
  readonly secret: string | null;
}

export interface WebhookMessage {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export const SIGNATURE_HEADER = 'x-shuangshen-signature';
export const TIMESTAMP_HEADER = 'x-shuangshen-timestamp';
export const DELIVERY_HEADER = 'x-shuangshen-delivery';

/** HMAC-SHA256 over `<timestamp>.<body>`, in hex after `sha256=`; the timestamp in seconds since 1970. */
export function signatureOf(secret: string, timestamp: string, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
}

/** Whether the signature is the body's, as a receiver checks it; compares in constant time. */
export function isSigned(secret: string, timestamp: string, body: string, signature: string): boolean {
  const [expected, given] = [Buffer.from(signatureOf(secret, timestamp, body)), Buffer.from(signature)];
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** The notice as the receiver takes it, signed at `now`. `origin`: ours, for the link. */
export function webhookMessage(target: WebhookTarget, notice: Notice, origin: string, now: Date): WebhookMessage {
  switch (target.format) {
    case 'json':
      return asJson(target, notice, origin, now);
    case 'dingtalk':
      return asDingTalk(target, notice, origin, now);
    case 'wecom':
      return {
        url: target.url,
        headers: {},
        body: JSON.stringify({
          msgtype: 'markdown',
          markdown: { content: markdownOf(notice, target.language, origin) },
        }),
      };
  }
}

function asJson({ url, secret }: WebhookTarget, notice: Notice, origin: string, now: Date): WebhookMessage {
  const { id, kind, evaluationId, unitName, at } = notice;
  const title = NOTICE_TEXTS[kind as keyof typeof NOTICE_TEXTS] ?? { 'zh-CN': kind, en: kind };
  const body = JSON.stringify({
    id,
    kind,
    title,
    evaluationId,
    unitName,
    link: linkTo(origin, { kind, evaluationId }),
    at,
  });
  const timestamp = String(Math.floor(now.getTime() / 1_000));
  const headers = {
    [TIMESTAMP_HEADER]: timestamp,
    [DELIVERY_HEADER]: id,
    ...(secret === null ? {} : { [SIGNATURE_HEADER]: signatureOf(secret, timestamp, body) }),
  };
  return { url, headers, body };
}

/** DingTalk's custom robot: base64 of HMAC-SHA256 over `<timestamp in ms>\n<secret>` under the secret, in the query. */
function asDingTalk(
  { url, secret, language }: WebhookTarget,
  notice: Notice,
  origin: string,
  now: Date,
): WebhookMessage {
  const signed = new URL(url);
  if (secret !== null) {
    const timestamp = String(now.getTime());
    signed.searchParams.set('timestamp', timestamp);
    signed.searchParams.set('sign', createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'));
  }
  const markdown = { title: titleOf(notice.kind, language), text: markdownOf(notice, language, origin) };
  return { url: signed.href, headers: {}, body: JSON.stringify({ msgtype: 'markdown', markdown }) };
}

/** What a robot objects to in an answer of status 200; undefined: nothing, or no robot. At most 200 characters. */
export function objectionOf(format: Format, answer: string): string | undefined {
  if (format === 'json') return undefined;
  try {
    const { errcode, errmsg } = JSON.parse(answer) as { errcode?: unknown; errmsg?: unknown };
    return errcode === 0 ? undefined : `${String(errcode)} ${String(errmsg)}`.slice(0, 200);
  } catch {
    return 'the robot answered no JSON';
  }
}
