import { EN } from './en.js';
import { ZH } from './zh.js';

export type Language = 'zh-CN' | 'en';

const TEXTS = { 'zh-CN': ZH, en: EN } as const;

/** Details that are words of the house: a status of a campaign is told as its page tells it. */
const WORDS: Readonly<Record<string, readonly [string, string]>> = {
  unknown: ['不存在', 'unknown'],
  created: ['起草中', 'a draft'],
  open: ['已发布', 'open'],
  closed: ['已结束', 'closed'],
};

/** What people see of a status when nothing more is to be said. */
const TITLES: Readonly<Record<number, readonly [string, string]>> = {
  400: ['请求有误', 'Bad request'],
  401: ['未登录', 'Not logged in'],
  403: ['不允许', 'Not allowed'],
  404: ['不存在', 'Not found'],
  405: ['方法不支持', 'Method not allowed'],
  408: ['超时', 'Timeout'],
  409: ['与当前状态冲突', 'Conflict with the present state'],
  412: ['版本已更新', 'Stale'],
  413: ['内容过大', 'Too large'],
  415: ['格式不支持', 'Unsupported media type'],
  422: ['重复的键', 'Key used for another request'],
  428: ['缺少前提', 'Precondition missing'],
  429: ['过于频繁', 'Too many attempts'],
  503: ['暂不可用', 'Not available'],
};

/** The language a reader prefers, of the two there are: Chinese unless English is wanted more (RFC 9110, 12.5.4). */
export function languageOf(accepted: string | undefined): Language {
  if (accepted === undefined || accepted.length > 200) return 'zh-CN';
  let best: { language: Language; q: number } = { language: 'zh-CN', q: 0 };
  for (const part of accepted.split(',')) {
    const [, tag, q] = /^\s*([A-Za-z]{1,8})(?:-[\w-]+)?\s*(?:;\s*q=([\d.]{1,5}))?\s*$/.exec(part) ?? [];
    const language = tag?.toLowerCase() === 'zh' ? 'zh-CN' : tag?.toLowerCase() === 'en' ? 'en' : undefined;
    const weight = q === undefined ? 1 : Number(q);
    if (language && weight > best.q) best = { language, q: weight };
  }
  return best.language;
}

/** The text of a code with its details filled in; undefined when the catalogue has none. */
export function textOf(
  code: string,
  language: Language,
  details: Readonly<Record<string, unknown>> = {},
): string | undefined {
  const texts = TEXTS[language];
  if (!Object.hasOwn(texts, code)) return undefined;
  return texts[code]?.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === 'status' ? inWords(details[name], language) : shown(details[name]),
  );
}

export function titleOf(status: number, language: Language): string {
  return TITLES[status]?.[language === 'en' ? 1 : 0] ?? (language === 'en' ? 'A fault of ours' : '系统错误');
}

function inWords(status: unknown, language: Language): string {
  return WORDS[String(status)]?.[language === 'en' ? 1 : 0] ?? shown(status);
}

function shown(value: unknown): string {
  const text = Array.isArray(value) ? value.join(', ') : value === undefined || value === null ? '' : String(value);
  return text.slice(0, 300);
}
