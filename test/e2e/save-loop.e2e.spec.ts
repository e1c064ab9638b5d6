import type { Browser, Locator, Page } from 'playwright-core';
import { eventually } from '#libs/testing';
import { browsers, openBrowser, Visitor } from './browser.js';
import { Demonstration } from './system.js';
import { Wire } from './wire.js';

const EVALUATION = '/evaluations/431225-117004-2021-unit';
const OWN = '一把足够长的口令-2022';
const PHONE = '/head/phone';
const PREPARER = '/head/preparer';

let system: Demonstration;
let browser: Browser;
let wire: Wire;

const phone = (page: Page): Locator => page.getByLabel('联系电话');
const preparer = (page: Page): Locator => page.getByLabel('填报人', { exact: true });
const inState = (page: Page, state: string): Promise<void> =>
  page.locator(`.save-state[data-state="${state}"]`).waitFor();
/** When so many batches were sent, and the answer to the last of them is there. */
const sent = async (page: Page, batches: number): Promise<void> => {
  await eventually(() => wire.saves.length === batches);
  await inState(page, 'saved');
};

/** Somebody new who writes the same report. */
async function colleague(): Promise<Visitor> {
  const [admin, security] = [await Visitor.at(browser, system.url), await Visitor.at(browser, system.url)];
  await admin.enter('admin', system.passwords().admin ?? '', OWN);
  await security.enter('anquan', system.passwords().anquan ?? '', OWN);
  const { items: units } = await admin.ask<{ items: { id: string; code: string }[] }>('GET', '/api/units?limit=200');
  const unitId = units.find(({ code }) => code === '117004')!.id;
  const memberships = [{ unitId, kind: 'member' }];
  const { id: personId } = await admin.ask<{ id: string }>('POST', '/api/persons', { name: '伍同事', memberships });
  const grants = [{ role: 'unit-preparer', unitId }];
  const draft = { personId, login: 'colleague', grants };
  const { oneTimePassword } = await admin.ask<{ oneTimePassword: string }>('POST', '/api/accounts', draft);
  const { items } = await security.ask<{ items: { id: string }[] }>('GET', '/api/grant-proposals');
  for (const { id } of items) await security.ask('POST', `/api/grant-proposals/${id}/confirmation`);
  const visitor = await Visitor.at(browser, wire.url);
  await visitor.enter('colleague', oneTimePassword, OWN);
  await Promise.all([admin.context.close(), security.context.close()]);
  return visitor;
}

for (const name of browsers())
  describe(`What is typed into a sheet, in ${name}`, () => {
    let wu: Visitor;
    /** The window wu writes in; another for each test. */
    let page: Page;

    beforeAll(async () => {
      system = await Demonstration.begin();
      wire = await Wire.to(system.url);
      browser = await openBrowser();
      wu = await Visitor.at(browser, wire.url);
      await wu.enter('wu', system.passwords().wu ?? '', OWN);
    }, 300_000);

    afterAll(async () => {
      await browser?.close();
      await wire?.end();
      await system?.end();
    });

    const open = async (): Promise<void> => {
      page = await wu.context.newPage();
      await page.goto(wire.url + EVALUATION);
    };
    beforeEach(async () => {
      await open();
      await inState(page, 'saved');
      wire.saves.length = 0;
    });
    afterEach(() => page.close());

    const logged = async (): Promise<{ streamVersion: number; sheet: { head: Record<string, string> } }> =>
      wu.ask('GET', `/api${EVALUATION}`);

    it('waits for a pause, is on its way, and is safe; what is typed meanwhile follows by itself', async () => {
      wire.hold();
      await phone(page).pressSequentially('0745');
      await inState(page, 'unsaved');
      expect(wire.saves).toEqual([]);
      await inState(page, 'saving');
      await preparer(page).fill('吴小梅');
      await eventually(() => wire.saves.length === 1);
      expect(wire.saves[0]?.paths).toEqual([PHONE]);
      wire.letGo();
      await inState(page, 'saved');
      expect(wire.saves.map(({ paths }) => paths)).toEqual([[PHONE], [PREPARER]]);
      expect((await logged()).sheet.head).toMatchObject({ phone: '0745', preparer: '吴小梅' });
    });

    it('is saved once, though the answer was lost and it was sent again', async () => {
      const { streamVersion } = await logged();
      wire.loseAnswer();
      await phone(page).fill('0745-1');
      await sent(page, 2);
      expect(new Set(wire.saves.map(({ key }) => key)).size).toBe(1);
      expect(await logged()).toMatchObject({ streamVersion: streamVersion + 1, sheet: { head: { phone: '0745-1' } } });
    });

    it('is kept while there is no network, and goes out when it is back, without a hand', async () => {
      await wu.context.setOffline(true);
      await page.getByText('网络已断开').waitFor();
      await phone(page).fill('0745-2');
      await inState(page, 'failed');
      await preparer(page).fill('吴小梅二');
      await wu.context.setOffline(false);
      await inState(page, 'saved');
      expect((await logged()).sheet.head).toMatchObject({ phone: '0745-2', preparer: '吴小梅二' });
    });

    it('goes out by itself when the system is there again', async () => {
      wire.cut();
      await phone(page).fill('0745-3');
      await inState(page, 'failed');
      wire.mend();
      await inState(page, 'saved');
      expect((await logged()).sheet.head.phone).toBe('0745-3');
    });

    it('outlives its window', async () => {
      wire.cut();
      await phone(page).fill('0745-4');
      await inState(page, 'failed');
      await page.close();
      wire.mend();
      await open();
      await eventually(async () => (await phone(page).inputValue()) === '0745-4');
      await inState(page, 'saved');
      expect(await page.evaluate(`Object.keys(localStorage).filter((key) => key.includes('draft'))`)).toEqual([]);
    });

    it('goes out although its page is left before the pause is over', async () => {
      await phone(page).fill('0745-5');
      await page.getByRole('link', { name: '返回列表' }).click();
      await page.waitForURL('**/evaluations');
      await eventually(() => wire.saves.length === 1);
      await page.goBack();
      await inState(page, 'saved');
      expect(await phone(page).inputValue()).toBe('0745-5');
    });

    it('is not lost when the session ends, nor when the window is closed before one logs in again', async () => {
      await wu.context.clearCookies();
      await phone(page).fill('0745-6');
      const dialog = page.getByRole('dialog', { name: '请重新登录' });
      await dialog.waitFor();
      expect(await phone(page).inputValue()).toBe('0745-6');
      await page.close();
      await open();
      await page.getByLabel('用户名').fill('wu');
      await page.getByLabel('口令', { exact: true }).fill(OWN);
      await page.getByRole('button', { name: '登 录' }).click();
      await eventually(async () => (await phone(page).inputValue()) === '0745-6');
      await inState(page, 'saved');
      expect((await logged()).sheet.head.phone).toBe('0745-6');
    });

    describe('while somebody else writes the same report', () => {
      let other: Visitor;
      beforeAll(async () => {
        other = await colleague();
      }, 60_000);
      beforeEach(async () => {
        await other.go(EVALUATION);
        await inState(other.page, 'saved');
      });

      it('stands beside what the other wrote into another field', async () => {
        await Promise.all([phone(page).fill('0745-7'), preparer(other.page).fill('伍同事')]);
        await Promise.all([sent(page, 2), sent(other.page, 2)]);
        expect((await logged()).sheet.head).toMatchObject({ phone: '0745-7', preparer: '伍同事' });
        await page.reload();
        expect(await preparer(page).inputValue()).toBe('伍同事');
      });

      it('is set beside what the other wrote into the same field, and holds up nothing else', async () => {
        await phone(other.page).fill('0745-8');
        await sent(other.page, 1);
        await phone(page).fill('0745-9');
        await preparer(page).fill('吴小梅');
        await page.getByText('有 1 栏与他人的修改冲突').waitFor();
        await page.getByText('对方填写: 0745-8').waitFor();
        expect(await phone(page).inputValue()).toBe('0745-9');
        await eventually(async () => (await logged()).sheet.head.preparer === '吴小梅');
        expect((await logged()).sheet.head.phone).toBe('0745-8');
        await page.getByRole('button', { name: '采用对方的' }).click();
        await inState(page, 'saved');
        expect(await phone(page).inputValue()).toBe('0745-8');
      });

      it('is still set beside it after the window was closed, and stands when one says so', async () => {
        await phone(other.page).fill('0745-10');
        await sent(other.page, 1);
        await phone(page).fill('0745-11');
        await page.getByText('对方填写: 0745-10').waitFor();
        await page.close();
        await open();
        await page.getByText('对方填写: 0745-10').waitFor();
        await page.getByRole('button', { name: '采用我的' }).click();
        await inState(page, 'saved');
        expect((await logged()).sheet.head.phone).toBe('0745-11');
      });
    });
  });
