import type { Found } from '../finding.js';
import type { Rule } from '../rule.js';
import { search, spanIn } from '../texts.js';

interface Kind {
  /** Its first group is what must not be published. */
  readonly pattern: RegExp;
  readonly zh: string;
  readonly en: string;
}

const KINDS: readonly Kind[] = [
  {
    pattern:
      /(?<![\dA-Za-z])([1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx])(?![\dA-Za-z])/g,
    zh: '公民身份号码',
    en: 'a citizen’s identity number',
  },
  {
    pattern: /(?<![\d.])(1[3-9]\d[ -]?\d{4}[ -]?\d{4})(?![\d.]|万|元)/g,
    zh: '手机号码',
    en: 'a mobile phone number',
  },
  {
    pattern:
      /(?:联系人|经办人|填报人|填表人|制表人|审核人|被调查人|受益人)(?:姓名)?[ \t\u3000\n：:]{1,6}(?!无|暂无|见|详见|同上|略|姓名|联系|联络|电话|手机|职务|单位)(\p{sc=Han}[ \u3000]?\p{sc=Han}{1,3})(?!\p{sc=Han})/gu,
    zh: '个人姓名',
    en: 'a person’s name',
  },
];

/** T12: what is published names no private person. The message does not repeat what it found. */
export const PERSONAL_DATA: Rule = {
  id: 'T12',
  severity: 'ERROR',
  runs: 'submit',
  title: { zh: '公开文本不含个人信息', en: 'No personal data in what is published' },
  find: (material) =>
    KINDS.flatMap(({ pattern, zh, en }) =>
      search(material, pattern, ({ index, 0: words, 1: found = '' }, section): Found => {
        const start = index + words.lastIndexOf(found);
        const message = {
          zh: `“${section.title}”中有${zh}（${masked(found)}），公开前应删去`,
          en: `The section ${section.id} holds ${en} (${masked(found)}); it is removed before publication`,
        };
        return { message, at: [spanIn(section, start, start + found.length)] };
      }),
    ),
};

/** `138****5678`, `李**` */
function masked(found: string): string {
  const kept = found.length > 4 ? 3 : 1;
  const end = found.length > 10 ? found.slice(-4) : '';
  return `${found.slice(0, kept)}${'*'.repeat(found.length - kept - end.length)}${end}`;
}
