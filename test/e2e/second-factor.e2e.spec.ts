import { Secret, TOTP } from 'otpauth';
import { Client } from 'pg';
import type { Browser, Page } from 'playwright-core';
import { eventually } from '#libs/testing';
import { browsers, openBrowser, pictures, Visitor } from './browser.js';
import { Demonstration } from './system.js';

const OWN = '一把足够长的口令-2022';
const MENU = /账户菜单/;

let system: Demonstration;
let browser: Browser;

/** Types user name and password; the page that follows is whatever it is. */
async function enter(page: Page, login: string, password: string): Promise<void> {
  await page.goto(`${system.url}/login`);
  await page.getByLabel('用户名').fill(login);
  await page.getByLabel('口令', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登 录' }).click();
}

/** Somebody who has chosen a password of their own and is asked for more. */
async function newcomer(login: string): Promise<Visitor> {
  const visitor = await Visitor.at(browser, system.url);
  const { page } = visitor;
  const oneTime = system.passwords()[login] ?? '';
  await enter(page, login, oneTime);
  await page.getByLabel('原口令').fill(oneTime);
  await page.getByLabel('新口令', { exact: true }).fill(OWN);
  await page.getByLabel('再输一遍新口令').fill(OWN);
  await page.getByRole('button', { name: '更换口令' }).click();
  return visitor;
}

async function logOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: MENU }).click();
  await page.getByText('退出登录').click();
  await page.getByRole('heading', { name: '登录' }).waitFor();
}

/** A key of the browser's own, as a USB key would be. */
async function plugIn({ context, page }: Visitor): Promise<void> {
  const protocol = await context.newCDPSession(page);
  await protocol.send('WebAuthn.enable');
  const options = { protocol: 'ctap2', transport: 'usb', hasResidentKey: false, hasUserVerification: false } as const;
  await protocol.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...options, automaticPresenceSimulation: true },
  });
}

/** Every proof of identity is too old for what weighs much, and the API knows. */
async function fiveMinutesPass(page: Page): Promise<void> {
  const client = new Client({ connectionString: await system.database() });
  await client.connect();
  const aged = `update identity.session set confirmed_at = now() - interval '301 seconds'`;
  await client.query(aged).finally(() => client.end());
  const left = `fetch('/api/session').then((answer) => answer.json()).then(({ freshSeconds }) => freshSeconds)`;
  await eventually(async () => (await page.evaluate<number>(left)) === 0);
}

for (const name of browsers())
  describe(`A second factor that is demanded, in ${name}`, () => {
    beforeAll(async () => {
      system = await Demonstration.begin({ named: true, env: { SECOND_FACTOR: 'required' } });
      browser = await openBrowser();
    }, 300_000);

    afterAll(async () => {
      await browser?.close();
      await system?.end();
    });

    it('is enrolled with an app before work begins, and given at every log-in', async () => {
      const visitor = await newcomer('liang');
      const { page } = visitor;
      await page.getByRole('heading', { name: '绑定第二因素' }).waitFor();
      expect(await visitor.inspect('enrolment')).toEqual([]);
      await page.getByRole('button', { name: '开始绑定: 手机验证器（动态口令）' }).click();
      const secret = ((await page.locator('.secret').textContent()) ?? '').replaceAll(' ', '');
      const app = new TOTP({ secret: Secret.fromBase32(secret) });
      expect(await visitor.inspect('authenticator-app')).toEqual([]);
      await page.getByLabel('验证器显示的 6 位数字').fill(app.generate());
      await page.getByRole('button', { name: '完成绑定' }).click();
      await page.locator('.recovery-codes li').first().waitFor();
      const codes = await page.locator('.recovery-codes li').allTextContents();
      expect(codes).toHaveLength(10);
      expect(await visitor.inspect()).toEqual([]);
      await page.getByRole('button', { name: '已保存，继续' }).click();
      await page.getByRole('button', { name: MENU }).waitFor();
      await logOut(page);

      await page.goto(`${system.url}/evaluations`);
      await page.getByLabel('用户名').fill('liang');
      await page.getByLabel('口令', { exact: true }).fill(OWN);
      await page.getByRole('button', { name: '登 录' }).click();
      await page.getByRole('heading', { name: '第二步验证' }).waitFor();
      expect(await visitor.inspect('second-factor')).toEqual([]);
      await page.getByLabel('动态口令或恢复码').fill('000000');
      await page.getByRole('button', { name: /验证$/ }).click();
      await page.getByText('验证码不正确、已用过或已过期。').waitFor();
      await page.getByLabel('动态口令或恢复码').fill(codes[0] ?? '');
      await page.getByRole('button', { name: /验证$/ }).click();
      await page.getByRole('button', { name: MENU }).waitFor();
      expect(new URL(page.url()).pathname).toBe('/evaluations');
      expect(visitor.faults).toEqual([]);
    }, 120_000);

    it('is a security key, too, and is asked for again before an export after five minutes', async () => {
      const visitor = await newcomer('huang');
      const { page } = visitor;
      await plugIn(visitor);
      await page.getByRole('button', { name: '开始绑定: 安全密钥（WebAuthn）' }).click();
      await page.getByLabel('给它起个名字').fill('审计局的钥匙');
      await page.getByRole('button', { name: '完成绑定' }).click();
      await page.getByRole('button', { name: '已保存，继续' }).click();
      await page.getByRole('button', { name: MENU }).waitFor();
      await logOut(page);
      await enter(page, 'huang', OWN);
      await page.getByRole('button', { name: '使用安全密钥' }).click();
      await page.getByRole('button', { name: MENU }).waitFor();

      await page.goto(`${system.url}/trail`);
      await page.getByRole('button', { name: '导出 CSV' }).waitFor();
      await fiveMinutesPass(page);
      await page.getByRole('button', { name: '导出 CSV' }).click();
      const dialog = page.getByRole('dialog', { name: '请确认是您本人' });
      await dialog.waitFor();
      const file = page.waitForEvent('download');
      await dialog.getByRole('button', { name: '使用安全密钥' }).click();
      expect((await file).suggestedFilename()).toBe('trail.csv');
      await dialog.waitFor({ state: 'hidden' });

      await page.getByRole('button', { name: MENU }).click();
      await page.getByText('登录安全').click();
      await page.getByText('审计局的钥匙').waitFor();
      await page.getByText('还有 10 个恢复码').waitFor();
      expect(await visitor.inspect('log-in-security')).toEqual([]);
      expect(visitor.faults).toEqual([]);
    }, 120_000);

    it('is asked for in the middle of a command, which then goes out as it was typed', async () => {
      const visitor = await newcomer('anquan');
      const { page } = visitor;
      await page.getByRole('button', { name: '开始绑定: 手机验证器（动态口令）' }).click();
      const secret = ((await page.locator('.secret').textContent()) ?? '').replaceAll(' ', '');
      const app = new TOTP({ secret: Secret.fromBase32(secret) });
      await page.getByLabel('验证器显示的 6 位数字').fill(app.generate());
      await page.getByRole('button', { name: '完成绑定' }).click();
      await page.getByRole('button', { name: '已保存，继续' }).click();
      await page.goto(`${system.url}/administration/accounts`);
      await fiveMinutesPass(page);
      const row = page.getByRole('row', { name: /huang/ });
      await row.getByRole('button', { name: '解除第二因素' }).click();
      await page.locator('.ant-popconfirm').getByRole('button', { name: '解除第二因素' }).click();
      const dialog = page.getByRole('dialog', { name: '请确认是您本人' });
      await dialog.waitFor();
      expect(await visitor.inspect('confirmation')).toEqual([]);
      await dialog.getByLabel('动态口令或恢复码').fill(app.generate({ timestamp: Date.now() + 30_000 }));
      await dialog.getByRole('button', { name: /验证$/ }).click();
      await dialog.waitFor({ state: 'hidden' });
      await row.getByRole('button', { name: '解除第二因素' }).waitFor({ state: 'hidden' });
      expect(visitor.faults).toEqual([]);
    }, 120_000);

    it('is asked for on pages that look as they were approved', () => {
      expect(pictures.different).toEqual([]);
    });
  });
