import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#libs/config';
import { ERASURE_REFUSALS } from '#libs/erasure';
import { REFUSALS } from '#libs/evaluation';
import { IDENTITY_REFUSALS } from '#libs/identity';
import { PERSONNEL_REFUSALS } from '#libs/personnel';
import { REGISTRY_REFUSALS } from '#libs/registry';
import { EN } from './en.js';
import { languageOf, textOf } from './language.js';
import { ZH } from './zh.js';

describe('The texts of problems', () => {
  const known = [REFUSALS, IDENTITY_REFUSALS, PERSONNEL_REFUSALS, REGISTRY_REFUSALS, ERASURE_REFUSALS].flatMap(
    Object.keys,
  );

  it('are there in both languages, and nothing else', () => {
    expect(Object.keys(ZH).sort()).toEqual(Object.keys(EN).sort());
  });

  it.each(known)('know %s', (code) => {
    expect([Object.hasOwn(ZH, code), Object.hasOwn(EN, code)]).toEqual([true, true]);
  });

  it('know every code that is written in the sources of the edge, the sheet, the intake and the calendar', () => {
    const written = new Set<string>();
    for (const folder of [
      ...['apps/api/src', 'libs/sheet/src', 'libs/intake/src', 'libs/read-models/src'],
      ...['libs/calendar/src', 'libs/evaluation/src', 'libs/sources/src'],
    ])
      for (const file of readdirSync(join(projectRoot(), folder), { recursive: true, encoding: 'utf8' }))
        if (file.endsWith('.ts') && !file.includes('.spec.') && !file.includes('messages'))
          for (const [, code] of readFileSync(join(projectRoot(), folder, file), 'utf8').matchAll(CODE))
            written.add(code ?? '');
    expect(written.size).toBeGreaterThan(30);
    expect([...written].filter((code) => !Object.hasOwn(ZH, code)).sort()).toEqual([]);
  });

  it('fill in the same details in both languages, and leave no place open', () => {
    for (const code of Object.keys(ZH)) {
      const places = (text: string | undefined) =>
        [...(text ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      expect([code, places(ZH[code])]).toEqual([code, places(EN[code])]);
    }
    expect(textOf('text.too-short', 'zh-CN', { least: 10 })).toBe('文字太短，至少 10 个字。');
    expect(textOf('text.too-short', 'en', {})).toBe('The text is too short: at least  characters.');
  });

  it('tell the status of a campaign as its page does, never by its code', () => {
    const told = (status: string) =>
      (['zh-CN', 'en'] as const).map((language) => textOf('campaign.wrong-status', language, { status }));
    expect(told('closed')).toEqual([
      '自评通知当前状态（已结束）不能这样办理。',
      'This cannot be done while the campaign is closed.',
    ]);
    for (const status of ['unknown', 'created', 'open']) expect(told(status)[0]).not.toContain(status);
  });

  it('say what to look at: the setting behind a foreign origin, the unit of measure that is expected', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      expect(textOf('request.foreign-origin', language)).toContain('PUBLIC_URL');
      expect(textOf('sheet.wrong-unit', language, { expected: '万元' })).toContain('万元');
    }
  });

  it('are Chinese where they should be', () => {
    expect(Object.entries(ZH).filter(([, text]) => !/[\u4e00-\u9fff]/.test(text))).toEqual([]);
    expect(Object.entries(EN).filter(([, text]) => /[\u4e00-\u9fff]/.test(text))).toEqual([]);
  });

  it.each([
    [undefined, 'zh-CN'],
    ['*', 'zh-CN'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['de,en;q=0.7,zh;q=0.3', 'en'],
    ['fr', 'zh-CN'],
    ['en;q=0', 'zh-CN'],
    ['x'.repeat(5_000), 'zh-CN'],
    ['en;q=1;q=1;;;,,', 'zh-CN'],
  ])('are chosen by Accept-Language %s', (accepted, language) => {
    expect(languageOf(accepted)).toBe(language);
  });
});

/** A code as it is written where it arises: a kind or a refusing function before it. */
const CODE = /(?:DomainError\(\s*'[a-z-]+',\s*|refuse\(\s*|code: )'([a-z][a-z-]*\.[a-zA-Z-]+)'/g;
