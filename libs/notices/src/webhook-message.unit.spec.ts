import { NOTICE_KINDS, type Notice } from './kinds.js';
import { letterOf, NOTICE_TEXTS } from './texts.js';
import { isSigned, objectionOf, SIGNATURE_HEADER, TIMESTAMP_HEADER, webhookMessage } from './webhook-message.js';

const ORIGIN = 'https://jixiao.example.gov.cn';
const NOW = new Date('2026-11-24T01:02:03.004Z');
const notice: Notice = {
  id: 'abc',
  kind: 'returned',
  evaluationId: 'e-1',
  unitName: '会同县工伤保险服务中心',
  at: '2026-11-24T01:00:00.000Z',
};
const target = { format: 'json', language: 'zh-CN', url: 'https://hooks.example.org/in', secret: 'geheim' } as const;

describe('A signed webhook', () => {
  it('says what, where and which, in both languages, and who is not in it', () => {
    expect(JSON.parse(webhookMessage(target, notice, ORIGIN, NOW).body)).toEqual({
      id: 'abc',
      kind: 'returned',
      title: { 'zh-CN': '已退回，请修改', en: 'Returned for revision' },
      evaluationId: 'e-1',
      unitName: '会同县工伤保险服务中心',
      link: `${ORIGIN}/evaluations/e-1`,
      at: '2026-11-24T01:00:00.000Z',
    });
  });

  it('is checked by timestamp and body', () => {
    const { headers, body } = webhookMessage(target, notice, ORIGIN, NOW);
    const [timestamp, signature] = [headers[TIMESTAMP_HEADER] ?? '', headers[SIGNATURE_HEADER] ?? ''];
    expect(timestamp).toBe('1795482123');
    expect(isSigned('geheim', timestamp, body, signature)).toBe(true);
    expect(isSigned('geheim', timestamp, `${body} `, signature)).toBe(false);
    expect(isSigned('geheim', '1795482124', body, signature)).toBe(false);
    expect(isSigned('other', timestamp, body, signature)).toBe(false);
    expect(isSigned('geheim', timestamp, body, 'sha256=')).toBe(false);
  });
});

describe('A robot', () => {
  it('of DingTalk gets Markdown, signed in the query', () => {
    const url = 'https://oapi.dingtalk.com/robot/send?access_token=t';
    const message = webhookMessage({ ...target, format: 'dingtalk', url, secret: 'SECx' }, notice, ORIGIN, NOW);
    const { searchParams } = new URL(message.url);
    expect(Object.fromEntries(searchParams)).toEqual({
      access_token: 't',
      timestamp: '1795482123004',
      // openssl: printf '1795482123004\nSECx' | openssl dgst -sha256 -hmac SECx -binary | base64
      sign: 'nYIvEingKoN9HAFW1D44o18YzHY0e0wcB/Q3EGyRwzg=',
    });
    expect(JSON.parse(message.body)).toEqual({
      msgtype: 'markdown',
      markdown: {
        title: '已退回，请修改',
        text: `### 已退回，请修改\n\n> 会同县工伤保险服务中心\n\n[打开办理](${ORIGIN}/evaluations/e-1)`,
      },
    });
  });

  it('of WeCom gets Markdown at its address as it is', () => {
    const url = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k';
    const message = webhookMessage({ ...target, format: 'wecom', url, language: 'en' }, notice, ORIGIN, NOW);
    expect(message.url).toBe(url);
    expect(JSON.parse(message.body)).toMatchObject({ msgtype: 'markdown', markdown: { content: expect.any(String) } });
  });

  it('is not led astray by what a unit is called', () => {
    const unitName = '[点我](https://evil.example)\n# <@all> `x`';
    const { body } = webhookMessage({ ...target, format: 'wecom' }, { ...notice, unitName }, ORIGIN, NOW);
    const { content } = (JSON.parse(body) as { markdown: { content: string } }).markdown;
    expect(content.match(/\]\(/g)).toHaveLength(1);
    expect(content).not.toMatch(/<@|`|\n# /);
  });

  it.each([
    ['{"errcode":0,"errmsg":"ok"}', undefined],
    ['{"errcode":310000,"errmsg":"sign not match"}', '310000 sign not match'],
    ['<html>', 'the robot answered no JSON'],
    ['null', 'the robot answered no JSON'],
  ])('that answers %s objects: %s', (answer, objection) => {
    expect(objectionOf('dingtalk', answer)).toBe(objection);
    expect(objectionOf('json', answer)).toBeUndefined();
  });
});

describe('A letter', () => {
  it('has one line as subject, whatever a unit is called', () => {
    const unitName = 'A\r\nBcc: all@example.org\u2028B';
    expect(letterOf([{ ...notice, unitName }], 'en', ORIGIN).subject).toBe(
      '[Shuangshen] Returned for revision: A Bcc: all@example.org B',
    );
  });

  it('of several notices is one digest with a link for each', () => {
    const { subject, text } = letterOf([notice, { ...notice, evaluationId: 'e-2' }], 'zh-CN', ORIGIN);
    expect(subject).toBe('【双审】 今日通知汇总（2 条）');
    expect(text.match(/evaluations\/e-[12]/g)).toEqual(['evaluations/e-1', 'evaluations/e-2']);
  });
});

describe('The table of texts', () => {
  it('has every kind in both languages', () => {
    expect(Object.keys(NOTICE_TEXTS).sort()).toEqual([...NOTICE_KINDS].sort());
    for (const said of Object.values(NOTICE_TEXTS)) {
      expect(said['zh-CN']).toMatch(/[\u4e00-\u9fff]/);
      expect(said.en).not.toMatch(/[\u4e00-\u9fff]/);
    }
  });
});
