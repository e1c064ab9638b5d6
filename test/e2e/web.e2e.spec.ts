import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import type { Browser, Locator, Page } from 'playwright-core';
import { projectRoot } from '#libs/config';
import { eventually } from '#libs/testing';
import { addresses, isAt } from './addresses.js';
import { browsers, inspected, openBrowser, pictures, Visitor } from './browser.js';
import { hostileBureau } from './hostile/bureau.js';
import { hostilePages, SHEET } from './hostile/pages.js';
import { hostileStory } from './hostile/story.js';
import { AS_MARKUP, HostileHand } from './hostile/texts.js';
import { Watch } from './hostile/watch.js';
import { Keyboard } from './keyboard.js';
import { Demonstration } from './system.js';

const EVALUATION = '/evaluations/431225-117003-2021-unit';
const OWN = '一把足够长的口令-2022';
const SAVED = '.save-state[data-state="saved"]';

let system: Demonstration;
let browser: Browser;
const people: Record<string, Visitor> = {};

/** The person at a browser of their own, logged in since the first time. */
async function the(login: string): Promise<Visitor> {
  const known = people[login];
  if (known) return known;
  const visitor = await Visitor.at(browser, system.url);
  await visitor.enter(login, system.passwords()[login] ?? '', OWN);
  people[login] = visitor;
  return visitor;
}

/** Somebody known or new, in a session that has just begun. */
const doors = {
  the: async (login: string): Promise<Visitor> => {
    const visitor = await the(login);
    await visitor.ask('POST', '/api/session', { login, password: OWN });
    return visitor;
  },
  enter: async (login: string, oneTimePassword: string): Promise<Visitor> => {
    const visitor = await Visitor.at(browser, system.url);
    await visitor.enter(login, oneTimePassword, OWN);
    people[login] = visitor;
    return visitor;
  },
};

/** On a slow machine the last proof of identity may be more than five minutes old: then the password is asked for. */
async function confirmIfAsked(page: Page, dialog: Locator): Promise<void> {
  const asked = page.getByRole('dialog', { name: '请确认是您本人' });
  await Promise.race([dialog.waitFor({ state: 'hidden' }), asked.waitFor()]);
  if (!(await asked.isVisible())) return;
  await asked.getByLabel('口令').fill(OWN);
  await asked.getByRole('button', { name: /验证$/ }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Opens the evaluation for the person, gives the step of that name, and says what it needs. */
async function take(login: string, step: string, words?: string): Promise<void> {
  const { page } = await goTo(login, EVALUATION);
  await page.getByRole('button', { name: step, exact: true }).click();
  const dialog = page.getByRole('dialog').first();
  if (words !== undefined) await dialog.locator('textarea').first().fill(words);
  await dialog.getByRole('button', { name: step, exact: true }).click();
  await confirmIfAsked(page, dialog);
  await page.waitForLoadState('networkidle');
}

async function goTo(login: string, path: string): Promise<Visitor> {
  const visitor = await the(login);
  await visitor.go(path);
  return visitor;
}

interface Finding {
  readonly id: string;
  readonly severity: string;
  readonly open: boolean;
}
const REPLIES = {
  答复: { to: 'finding-answers', as: 'answer', severity: 'WARN' },
  豁免: { to: 'waivers', as: 'reason', severity: 'ERROR' },
};
const BY_HAND = 2;

/** Answers, or waives, findings on the page; the others, of which there are many, by the API. Answers how many there were. */
async function replyToAll(visitor: Visitor, button: keyof typeof REPLIES, words: string): Promise<number> {
  const { page } = visitor;
  await visitor.go(`${EVALUATION}?tab=findings`);
  await page.locator('.finding').first().waitFor();
  const open = page.locator('.finding:not(.closed)', {
    has: page.getByRole('button', { name: button, exact: true }),
  });
  const all = await open.count();
  for (let left = all; left > Math.max(all - BY_HAND, 0); left -= 1) {
    await open.first().locator('textarea').fill(words);
    await open.first().getByRole('button', { name: button, exact: true }).click();
    await eventually(async () => (await open.count()) < left, 30_000);
  }
  const { to, as, severity } = REPLIES[button];
  const { items } = await visitor.ask<{ items: Finding[] }>('GET', `/api${EVALUATION}/findings`);
  // A job may add the score meanwhile; then it is looked at again, as a person would.
  for (const { id } of items.filter((one) => one.open && one.severity === severity))
    await eventually(async () => {
      const { streamVersion } = await visitor.ask<{ streamVersion: number }>('GET', `/api${EVALUATION}`);
      const given = visitor.ask('POST', `/api${EVALUATION}/${to}`, { findingId: id, [as]: words }, streamVersion);
      return given.then(
        () => true,
        (error: Error) => {
          if (!/: 412 /.test(error.message)) throw error;
          return false;
        },
      );
    });
  await page.reload();
  await page.locator('.finding').first().waitFor();
  expect(await open.count()).toBe(0);
  return all;
}

async function submit(): Promise<void> {
  await replyToAll(await the('yang'), '答复', '已核实，情况属实，原因见报告说明。');
  await take('lin', '单位审核通过');
  await take('su', '签字');
  await take('yang', '送审');
}

for (const name of browsers())
  describe(`The web interface in ${name}`, () => {
    beforeAll(async () => {
      system = await Demonstration.begin();
      browser = await openBrowser();
    }, 300_000);

    afterAll(async () => {
      await browser?.close();
      await system?.end();
    });

    it('asks who one is, and for another password than the one-time one', async () => {
      const visitor = await Visitor.at(browser, system.url);
      await visitor.go(EVALUATION);
      await visitor.page.getByRole('heading', { name: '登录' }).waitFor();
      expect(await visitor.inspect('log-in')).toEqual([]);
      const [files, bytes] = await visitor.page.evaluate<[number, number]>(
        `((loaded) => [loaded.length, loaded.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)])(
          performance.getEntriesByType('resource'))`,
      );
      // Of the page behind the log-in as well. Each file costs a slow computer time of its own.
      expect(files).toBeLessThan(30);
      expect(bytes).toBeGreaterThan(50_000);
      expect(bytes).toBeLessThan(500_000);
      await visitor.page.getByLabel('用户名').fill('yang');
      await visitor.page.getByLabel('口令', { exact: true }).fill('wrong');
      await visitor.page.getByRole('button', { name: '登 录' }).click();
      await visitor.page.getByText('用户名或口令不正确。').waitFor();
      await visitor.context.close();
      expect(await (await goTo('yang', '/todo')).inspect('to-do')).toEqual([]);
    }, 120_000);

    it('tells the auditor nothing of reviews while there was none', async () => {
      // Later it tells of the very seconds this test took.
      expect(await (await goTo('huang', '/indicators')).inspect('indicators')).toEqual([]);
    }, 60_000);

    it('saves what the preparer types, field by field', async () => {
      const visitor = await goTo('yang', EVALUATION);
      const { page } = visitor;
      expect(await visitor.inspect('draft')).toEqual([]);
      await page.getByLabel('填报人', { exact: true }).fill('杨丽华');
      await page.getByLabel('单位负责人', { exact: true }).fill('粟永强');
      await page.getByLabel('填报日期', { exact: true }).fill('2022-04-15');
      await page.getByLabel('加盖公章', { exact: true }).check();
      await page.getByRole('textbox', { name: '上年三公经费决算数', exact: true }).fill('0.1');
      await page.getByRole('textbox', { name: '政府采购预算', exact: true }).fill('0');
      await page.getByRole('textbox', { name: '政府采购预算', exact: true }).blur();
      await page.getByRole('button', { name: '新增指标' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('三级指标').fill('工伤待遇按时发放率');
      await dialog.getByLabel('指标值').fill('100');
      await dialog.getByLabel('完成值').fill('100');
      await dialog.getByLabel('分值').fill('100');
      await dialog.getByLabel('得分').fill('92');
      await visitor.settle();
      expect(await visitor.inspect()).toEqual([]);
      await dialog.getByRole('button', { name: '确定' }).click();
      await page.locator('.save-state[data-state="unsaved"], .save-state[data-state="saving"]').waitFor();
      await page.locator(SAVED).waitFor();
      await page.reload();
      await page.getByText('工伤待遇按时发放率').waitFor();
      expect(await page.getByLabel('填报人', { exact: true }).inputValue()).toBe('杨丽华');
      expect(await page.getByRole('textbox', { name: '上年三公经费决算数', exact: true }).inputValue()).toBe('0.10');
    }, 120_000);

    it('lets the manager ask the preparer to go on, once', async () => {
      const { page } = await goTo('shi', EVALUATION);
      await page.getByRole('button', { name: '催办' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('附言').fill('请于本周内送审');
      await dialog.getByRole('button', { name: '催办' }).click();
      await page.getByText('已催办').waitFor();
      await dialog.waitFor({ state: 'hidden' });
      await page.getByRole('button', { name: '催办' }).click();
      await dialog.getByRole('button', { name: '催办' }).click();
      await dialog.getByText(/24 小时内已催办过/).waitFor();
      await dialog.getByRole('button', { name: '取消' }).click();
      const told = await goTo('yang', '/todo');
      await told.page.getByRole('button', { name: /站内通知/ }).click();
      await told.page.getByText('有人催办，请尽快办理').waitFor();
      await told.page.keyboard.press('Escape');
    }, 60_000);

    it('shows both values when two have written the same field, and keeps the one that is chosen', async () => {
      const { page } = await goTo('yang', EVALUATION);
      const elsewhere = await Visitor.at(browser, system.url);
      await elsewhere.go('/login');
      await elsewhere.page.getByLabel('用户名').fill('yang');
      await elsewhere.page.getByLabel('口令', { exact: true }).fill(OWN);
      await elsewhere.page.getByRole('button', { name: '登 录' }).click();
      await elsewhere.page.getByRole('button', { name: /账户菜单/ }).waitFor();
      await elsewhere.go(EVALUATION);
      await elsewhere.page.getByLabel('联系电话').fill('2222222');
      await elsewhere.page.locator('.save-state[data-state="unsaved"], .save-state[data-state="saving"]').waitFor();
      await elsewhere.page.locator(SAVED).waitFor();
      await elsewhere.context.close();

      await page.getByLabel('联系电话').fill('1111111');
      await page.getByText('有 1 栏与他人的修改冲突').waitFor();
      await page.getByText('对方填写: 2222222').waitFor();
      await page.getByRole('button', { name: '采用我的' }).click();
      await page.locator(SAVED).waitFor();
      await page.reload();
      expect(await page.getByLabel('联系电话').inputValue()).toBe('1111111');
    }, 120_000);

    it('asks for the password when the session has ended, and loses nothing that was typed', async () => {
      const visitor = await goTo('yang', EVALUATION);
      const { page, context } = visitor;
      await context.clearCookies();
      await page.getByLabel('联系电话').fill('0745-8888888');
      const dialog = page.getByRole('dialog', { name: '请重新登录' });
      await dialog.waitFor();
      expect(await visitor.inspect()).toEqual([]);
      await dialog.getByLabel('口令').fill(OWN);
      await dialog.getByRole('button', { name: '继续' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await page.locator(SAVED).waitFor();
      await page.reload();
      expect(await page.getByLabel('联系电话').inputValue()).toBe('0745-8888888');
    }, 120_000);

    it('keeps what was typed while nothing can be saved, and sends it when the page is opened again', async () => {
      const visitor = await goTo('yang', EVALUATION);
      const { page } = visitor;
      const problem = { title: '稍后再试', status: 429, code: 'request.too-many', detail: '请求过多，请稍后再试。' };
      await page.route('**/draft', (route) =>
        route.fulfill({ status: 429, contentType: 'application/problem+json', body: JSON.stringify(problem) }),
      );
      await page.getByLabel('联系电话').fill('0745-7777777');
      await page.locator('.save-state[data-state="failed"]').waitFor();
      await page.unroute('**/draft');
      page.once('dialog', (dialog) => void dialog.accept());
      await page.reload();
      await page.locator(SAVED).waitFor();
      await page.reload();
      expect(await page.getByLabel('联系电话').inputValue()).toBe('0745-7777777');
      await page.getByRole('button', { name: '送审前检查' }).click();
      await page.getByText('未处理的校验结果').waitFor();
      expect(await visitor.inspect('before-submission')).toEqual([]);
      await page.keyboard.press('Escape');
    }, 60_000);

    it('leads the unit to its submission through three persons', async () => {
      await submit();
      const visitor = await goTo('yang', EVALUATION);
      await visitor.page.locator('.head-line').getByText('初审中').waitFor();
      await visitor.page.getByRole('button', { name: '不能办理的事项' }).click();
      await visitor.page.getByText('以下事项现在不能办理').waitFor();
      expect(await visitor.inspect()).toEqual([]);
    }, 180_000);

    it('lets the first reviewer return it with what is wrong, where it is wrong', async () => {
      const visitor = await goTo('long', '/todo');
      const { page } = visitor;
      await page.getByRole('link', { name: '会同县工伤保险服务中心' }).waitFor();
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: '在此处提意见: 基本支出', exact: true }).click();
      await page.getByRole('button', { name: /^退回/ }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: '常用语' }).last().click();
      await page.getByRole('menuitem', { name: '请补充佐证材料。' }).click();
      expect(await dialog.getByLabel('问题说明 1').inputValue()).toBe('请补充佐证材料。');
      await dialog.getByLabel('问题说明 1').fill('基本支出较年初预算与调整之和多 0.38 万元，请说明。');
      await dialog.getByLabel(/理由/).fill('数据与说明不一致，请核对后重新送审。');
      const evidence = { name: '核对底稿.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') };
      await dialog.getByLabel('为第 1 条附上文件').setInputFiles(evidence);
      await dialog.getByText('核对底稿.pdf').waitFor();
      expect(await visitor.inspect('return')).toEqual([]);
      await dialog.getByRole('button', { name: /^退回/ }).click();
      await dialog.waitFor({ state: 'hidden' });
      await page.locator('.head-line').getByText('填报中').waitFor();
      await visitor.go(`${EVALUATION}?tab=reviews`);
      await page.getByRole('link', { name: '核对底稿.pdf' }).waitFor();
      expect(await visitor.inspect()).toEqual([]);
    }, 120_000);

    it('takes the unit’s answer, and shows what differs between two versions', async () => {
      const visitor = await goTo('yang', `${EVALUATION}?tab=returns`);
      const { page } = visitor;
      expect(await visitor.inspect()).toEqual([]);
      await page.getByLabel(/^答复: 基本支出较/).fill('差额为上年结余 0.04 万元和项目预算未用 0.34 万元。');
      await page.getByRole('button', { name: '提交答复' }).click();
      await page.getByText('已答复').waitFor();
      await page.goto(system.url + EVALUATION);
      await page.getByRole('textbox', { name: '存在的问题及原因' }).fill('预算编制不够精细，执行中追加较多。');
      await page.locator('.save-state[data-state="unsaved"], .save-state[data-state="saving"]').waitFor();
      await page.locator(SAVED).waitFor();
      await submit();
      const again = await goTo('yang', `${EVALUATION}?tab=versions`);
      await again.page.getByText('预算编制不够精细').waitFor();
      expect(await again.inspect('versions')).toEqual([]);
    }, 180_000);

    it('lets the second reviewer waive an error, in writing', async () => {
      const words = '已核对决算和原始凭证，不影响本次审核结论。';
      expect(await replyToAll(await the('liang'), '豁免', words)).toBeGreaterThan(0);
    }, 120_000);

    it('leads a reviewer from the log-in to a decision, and back, by keyboard alone', async () => {
      await the('long');
      const { page, context, base, faults } = await Visitor.at(browser, system.url);
      const keys = new Keyboard(page);
      await page.goto(`${base}/login`);
      await page.getByRole('heading', { name: '登录' }).waitFor();
      await keys.reach('用户名');
      await keys.type('long');
      await keys.reach('口令');
      await keys.type(OWN);
      await keys.press('Enter');
      await page.getByRole('link', { name: '会同县工伤保险服务中心' }).waitFor();
      expect(await keys.at()).toMatchObject({ role: 'h1', name: '我的待办' });
      await keys.press('j');
      expect(await keys.at()).toMatchObject({ name: '会同县工伤保险服务中心', visible: true });
      await keys.press('Enter');
      await page.locator('.head-line').waitFor();
      await eventually(async () => (await keys.at()).role === 'h1');
      expect((await keys.at()).name).toMatch(/^会同县工伤保险服务中心/);
      await page
        .getByRole('status')
        .getByText(/^会同县工伤保险服务中心 2021/)
        .waitFor();

      await keys.reach('系统测算');
      await keys.press('Enter');
      await page.waitForURL(/tab=score/);
      await keys.reach('自评表', { key: 'Shift+Tab' });
      await keys.press('Enter');
      const remark = '在此处提意见: 基本支出';
      await page.getByRole('button', { name: remark, exact: true }).waitFor();
      await keys.reach(remark);
      await keys.press(' ');

      const dialog = page.getByRole('dialog');
      for (const key of ['?', 'r', 'p']) {
        // While the page takes in what it was just told, a key may be lost on it; a person presses it again.
        const opens = async () => {
          await keys.press(key);
          return dialog.waitFor({ timeout: 3_000 }).then(
            () => true,
            () => false,
          );
        };
        expect((await opens()) || (await opens())).toBe(true);
        const round = await keys.round();
        expect(round.length).toBeGreaterThan(0);
        expect(round.filter((stop) => !stop.inDialog || !stop.visible)).toEqual([]);
        await keys.press('Escape');
        await eventually(async () => (await keys.at()).name === remark);
        expect(await dialog.isVisible()).toBe(false);
      }

      await keys.press('p');
      await dialog.waitFor();
      expect(await keys.at()).toMatchObject({ name: '审核意见', role: 'textarea' });
      await keys.type('数据与决算一致，同意。');
      await keys.reach('基本支出', { key: 'Shift+Tab' });
      await keys.type('请在下年预算中一并考虑。');
      await keys.reach('初审通过');
      await keys.press('Enter');
      await page.locator('.head-line').getByText('复审中').waitFor();
      await dialog.waitFor({ state: 'hidden' });
      await eventually(async () => (await keys.at()).role === 'main');

      await keys.reach('取消审核');
      await keys.press('Enter');
      await dialog.waitFor();
      expect(await keys.at()).toMatchObject({ role: 'textarea', visible: true });
      await keys.type('还有一处凭证需要再核对一遍。');
      await keys.reach('取消审核');
      await keys.press(' ');
      await page.locator('.head-line').getByText('初审中').waitFor();
      expect(faults).toEqual([]);
      await context.close();
    }, 60_000);

    it('has two different persons pass it, and tells the second account of the first why not', async () => {
      const long = await goTo('long', EVALUATION);
      expect(await long.inspect('first-review')).toEqual([]);
      await take('long', '初审通过', '已再次核对，同意。');
      const again = await goTo('long2', EVALUATION);
      await again.page.getByRole('button', { name: '不能办理的事项' }).click();
      await again.page.getByText('初审与复审须为两个不同的自然人。').first().waitFor();
      await again.page.getByText('依据规则 E1').first().waitFor();
      expect(await again.inspect('refused')).toEqual([]);
      await take('liang', '复审通过', '复核无误，同意。');
      await (await the('liang')).page.locator('.head-line').getByText('已办结').waitFor();
    }, 180_000);

    it('reads a report that the unit has already', async () => {
      const { page } = await goTo('wu', '/evaluations/431225-117004-2021-unit');
      await page.getByRole('button', { name: '导入报告' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('选择文本文件').setInputFiles(join(projectRoot(), 'samples/huitong-2021/report.txt'));
      await dialog.getByRole('button', { name: '导入报告' }).click();
      await page.getByText(/^读出 \d+ 栏/).waitFor();
      await page.getByRole('button', { name: '确定' }).click();
      const amount = page.getByRole('textbox', { name: '年初预算收入', exact: true });
      await eventually(async () => (await amount.inputValue()) === '40.77');
    }, 120_000);

    it('shows a document beside what was read from it, and takes it over field by field', async () => {
      const visitor = await goTo('wu', '/evaluations/431225-117004-2021-unit?tab=sources');
      const { page } = visitor;
      const file = join(projectRoot(), 'samples/documents/prose-03-two-values.docx');
      await page.getByLabel('选择文件').setInputFiles(file);
      await page.getByText('前后不一，请选定').first().waitFor({ timeout: 60_000 });
      expect(await visitor.inspect()).toEqual([]);
      await page
        .getByRole('button', { name: /^查看出处：基本支出 / })
        .first()
        .click();
      await page.locator('mark').getByText('178.46').waitFor();
      await page.getByRole('button', { name: '采用 基本支出', exact: true }).click();
      await page.getByText('已采用 1 栏，并记下出处。').waitFor();
    }, 120_000);

    it('sets evaluations side by side, each with the way to its own decision', async () => {
      const visitor = await goTo('long', '/evaluations?year=2021');
      const { page } = visitor;
      const compare = page.getByRole('button', { name: /并列比较（/ });
      expect(await compare.isDisabled()).toBe(true);
      await page.getByRole('checkbox', { name: '选择并列比较: 会同县工伤保险服务中心' }).check();
      await page.keyboard.press('Tab'); // away from the box, where a key would be typed
      for (const key of ['j', 'x']) await page.keyboard.press(key);
      expect(await visitor.inspect()).toEqual([]);
      await compare.click();
      await page.waitForURL(/\/compare\?a=[\w.-]+&b=[\w.-]+$/);
      const own = page.getByRole('link', { name: /^打开并办理/ });
      await own.nth(1).waitFor();
      expect(await own.count()).toBe(2);
      await page.getByText('现由谁办').nth(1).waitFor();
      const figures = page.getByRole('table', { name: /^基础数据/ }).first();
      await figures.getByText('不同').first().waitFor();
      await page.getByLabel('只看不同').click();
      await page
        .getByRole('button', { name: /^展开全文/ })
        .first()
        .click();
      expect(await visitor.inspect()).toEqual([]);
      await own.nth(1).click();
      await page.waitForURL('**/evaluations/*');
      await visitor.go('/compare?a=431225-117003-2021-unit&b=no-such-evaluation');
      await page.getByText('没有这份自评').waitFor();
      expect(await own.count()).toBe(1);
      expect(await visitor.inspect()).toEqual([]);
    }, 120_000);

    it('lets a reviewer keep out of a unit’s matters, from the matter itself, and take that back', async () => {
      const visitor = await goTo('long', '/evaluations/431225-117004-2021-unit');
      const { page } = visitor;
      await page.getByRole('button', { name: '申报回避' }).click();
      const dialog = page.getByRole('dialog', { name: '申报回避 · 会同县就业服务中心' });
      await dialog.getByRole('button', { name: '申报回避' }).click();
      await dialog.getByText('须为 2 至 200 个字。').waitFor();
      await dialog.getByLabel('利害关系').fill('配偶在该单位任职');
      await visitor.settle();
      expect(await visitor.inspect()).toEqual([]);
      await dialog.getByRole('button', { name: '申报回避' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await page.getByRole('button', { name: '申报回避' }).waitFor({ state: 'hidden' });

      await visitor.go('/conflicts');
      const row = page.getByRole('row', { name: /会同县就业服务中心/ });
      await row.getByText('配偶在该单位任职').waitFor();
      expect(await visitor.inspect('conflicts')).toEqual([]);
      await page.getByRole('button', { name: '申报回避' }).click();
      await page.getByRole('dialog').getByLabel('单位').click();
      await page.locator('.ant-select-item-option').filter({ hasText: '会同县社会保险服务中心' }).waitFor();
      expect(await page.locator('.ant-select-item-option').filter({ hasText: '就业' }).count()).toBe(0);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
      await row.getByRole('button', { name: /^撤销申报/ }).click();
      await page.locator('.ant-popconfirm').getByRole('button', { name: '撤销申报' }).click();
      await page.getByText('没有申报回避的单位').waitFor();
    }, 60_000);

    it('lets a reviewer hand seats over for some days, tells the department, and ends it early', async () => {
      const visitor = await goTo('liang', '/delegations');
      const { page } = visitor;
      await page.getByText('没有委托他人代理').waitFor();
      await page.getByRole('button', { name: '委托代理' }).click();
      const dialog = page.getByRole('dialog', { name: '委托代理' });
      await dialog.getByLabel('代理人').click();
      await page.locator('.ant-select-item-option').filter({ hasText: '龙志远' }).click();
      const today = await dialog.getByLabel('自').inputValue();
      await dialog.getByLabel('至').fill('2020-01-01');
      await dialog.getByLabel('事由').fill('到省厅培训');
      await dialog.getByRole('button', { name: '委托代理' }).click();
      await dialog.getByText('不能早于开始日期。').waitFor();
      await dialog.getByLabel('至').fill(today);
      await visitor.settle();
      expect(await visitor.inspect()).toEqual([]);
      await dialog.getByRole('button', { name: '委托代理' }).click();
      await dialog.waitFor({ state: 'hidden' });
      const mine = page.getByRole('table', { name: '我委托的' });
      await mine.getByText('生效中').waitFor();
      expect(await visitor.inspect('delegations')).toEqual([]);

      const acting = await goTo('long', '/delegations');
      await acting.page.getByText('您今天代 梁秀英 办理审核事项。').waitFor();
      const manager = await goTo('shi', '/delegations');
      await manager.page.getByRole('table', { name: '部门的代理' }).getByText('梁秀英').waitFor();
      expect(await manager.page.getByRole('button', { name: '委托代理' }).count()).toBe(0);

      await mine.getByRole('button', { name: '提前结束：龙志远' }).click();
      const end = page.getByRole('dialog', { name: '提前结束：龙志远' });
      await end.getByLabel('事由').fill('培训取消');
      await end.getByRole('button', { name: '提前结束' }).click();
      await mine.getByText('已提前结束').waitFor();
      await page.getByText('部门今天和以后都没有代理').waitFor();
    }, 90_000);

    it('lets an administrator add a webhook, whose secret is shown once, and disable it', async () => {
      const visitor = await goTo('admin', '/webhooks');
      const { page } = visitor;
      await page.getByRole('button', { name: '登记 Webhook' }).click();
      const dialog = page.getByRole('dialog', { name: '登记 Webhook' });
      await dialog.getByLabel('名称').fill('市局绩效平台');
      await dialog.getByLabel('接收地址').fill('https://10.0.0.8/hook');
      const secret = await dialog.getByLabel('签名密钥').inputValue();
      expect(secret).toMatch(/^[0-9a-f]{64}$/);
      await visitor.settle();
      expect(await visitor.inspect()).toEqual([]);
      await dialog.getByRole('button', { name: '保存' }).click();
      await dialog.getByText('不能发往内网、本机或保留的地址').waitFor();
      await dialog.getByLabel('接收地址').fill('https://hooks.example.com/performance?key=1');
      await dialog.getByRole('button', { name: '保存' }).click();
      const shown = page.getByRole('dialog', { name: '请现在保存签名密钥' });
      await shown.getByText(secret).waitFor();
      await shown.getByRole('button', { name: '已保存' }).click();
      await shown.waitFor({ state: 'hidden' });
      const row = page.getByRole('row', { name: /市局绩效平台/ });
      await row.getByText('hooks.example.com').waitFor();
      expect(await page.content()).not.toContain(secret);
      expect(await page.content()).not.toContain('key=1');
      expect(await visitor.inspect('webhooks')).toEqual([]);
      await row.getByRole('button', { name: /^停用/ }).click();
      await page.locator('.ant-popconfirm').getByRole('button', { name: '停用' }).click();
      await row.getByText('已停用').waitFor();
    }, 60_000);

    it('parks a letter while there is no mail server, and sends it again when told to', async () => {
      const told = await goTo('wu', '/notices/preferences');
      await told.page.getByLabel('邮箱').fill('wu@example.com');
      for (const end of ['免打扰开始', '免打扰结束']) await told.page.getByLabel(end).fill('00:00');
      await told.page.getByRole('button', { name: '保存' }).click();
      await told.page.getByText('通知设置已保存').waitFor();
      const manager = await goTo('shi', '/evaluations/431225-117004-2021-unit');
      await manager.page.getByRole('button', { name: '催办' }).click();
      await manager.page.getByRole('dialog').getByRole('button', { name: '催办' }).click();
      await manager.page.getByText('已催办').waitFor();

      const visitor = await goTo('admin', '/administration/deliveries');
      const { page } = visitor;
      const parked = page.getByRole('row', { name: /会同县就业服务中心/ });
      await eventually(async () => {
        await page.reload();
        await visitor.settle();
        return (await parked.count()) > 0;
      }, 30_000);
      expect(await visitor.inspect('deliveries')).toEqual([]);
      await parked.getByText('没有设置邮件服务器').waitFor();
      await parked.getByRole('button', { name: /^重新投递/ }).click();
      await page.getByText('已重新投递 1 条').waitFor();
    }, 90_000);

    it.each([
      ['liang', '/done', 'done'],
      ['liang', '/initiated', 'initiated'],
      ['yang', '/copied', 'copied'],
      ['liang', '/evaluations?stage=APPROVED', 'evaluations'],
      ['liang', '/findings', 'all-findings'],
      ['liang', `${EVALUATION}?tab=sources`, 'sources'],
      ['liang', `${EVALUATION}?tab=findings`, 'findings'],
      ['liang', `${EVALUATION}?tab=score`, 'score'],
      ['liang', `${EVALUATION}?tab=returns`, 'returns'],
      ['liang', `${EVALUATION}?tab=reviews`, 'reviews'],
      ['liang', `${EVALUATION}?tab=conclusion`, 'conclusion'],
      ['liang', `${EVALUATION}?tab=documents`, 'documents'],
      ['liang', `${EVALUATION}?tab=trail`, 'evaluation-trail'],
      ['liang', `${EVALUATION}?tab=receipts`, 'receipts'],
      ['huang', `${EVALUATION}/history`, 'history'],
      ['huang', `${EVALUATION}/proof`, 'proof'],
      ['huang', '/trail', 'trail'],
      ['huang', '/trail?refused=true', undefined],
      ['huang', '/dual-review', 'dual-review'],
      ['huang', '/erasures', 'erasures'],
      ['huang', '/indicators', undefined],
      ['yang', '/calendar?year=2027', 'calendar'],
      ['liang', '/phrases', 'phrases'],
      ['shi', '/phrases', undefined],
      ['liang', '/conflicts', undefined],
      ['huang', '/delegations', undefined],
      ['liang', '/schemes', 'schemes'],
      ['liang', '/schemes/hunan-whole-unit-A/versions/1', 'scheme'],
      ['liang', '/schemes/compare?a=national-project-2020%401&b=national-project-2020-capped%401&all=true', undefined],
      ['shi', '/schemes/compare?a=hunan-whole-unit-A%401&b=hunan-whole-unit-B%401', 'scheme-compare'],
      ['shi', '/campaigns', 'campaigns'],
      ['shi', '/campaigns/431225-2021', 'campaign'],
      ['shi', '/webhooks', undefined],
      ['admin', '/administration/units', 'units'],
      ['admin', '/administration/persons', 'persons'],
      ['admin', '/administration/accounts', 'accounts'],
      ['admin', '/administration/grants', 'grants'],
      ['admin', '/administration/break-glass', 'break-glass'],
      ['admin', '/administration/work', 'work'],
      ['yang', '/notices/preferences', 'notice-preferences'],
      ['yang', '/security', 'security'],
      ['yang', '/password', 'password'],
      ['admin', '/nowhere', 'nowhere'],
    ])('is open to %s at %s for everybody who reads, on a desk and on a telephone', async (login, path, picture) => {
      const visitor = await goTo(login, path);
      expect(await visitor.inspect(picture)).toEqual([]);
    });

    it('gives a receipt of each decision, to be printed', async () => {
      const visitor = await goTo('liang', `${EVALUATION}?tab=receipts`);
      await visitor.page.getByRole('link', { name: '打印' }).last().click();
      await visitor.page.waitForURL(/\/receipts\/\d+$/);
      await visitor.page.locator('.receipt').waitFor(); // the heading of the page before stands a moment longer than its address
      expect(await visitor.inspect('receipt')).toEqual([]);
    }, 60_000);

    it('tells whoever does not see it that another page is there, and moves nobody who types or filters', async () => {
      const visitor = await goTo('liang', '/todo');
      const { page } = visitor;
      const keys = new Keyboard(page);
      const arrivedAt = (name: string): Promise<void> =>
        eventually(async () => {
          const stop = await keys.at();
          return stop.role === 'h1' && stop.name === name;
        });
      await page.getByRole('link', { name: '我的已办' }).click();
      await arrivedAt('我的已办');
      await page.getByRole('status').getByText('我的已办 · 双审').waitFor();
      await page.goBack();
      await arrivedAt('我的待办');

      await page.setViewportSize({ width: 375, height: 812 });
      await page.getByRole('button', { name: '打开菜单' }).click();
      await page.getByRole('link', { name: '常用语' }).click();
      await page.locator('.ant-drawer-open').waitFor({ state: 'hidden' });
      await arrivedAt('常用语');
      await page.setViewportSize({ width: 1280, height: 900 });

      await page.getByRole('link', { name: '全部自评' }).click();
      await arrivedAt('全部自评');
      await page.getByLabel('环节').click();
      await page.locator('.ant-select-item-option').filter({ hasText: '已办结' }).click();
      await page.getByRole('button', { name: '查询' }).click();
      await page.waitForURL(/stage=APPROVED/);
      expect(await keys.at()).toMatchObject({ role: 'button', name: '查询' });
    }, 60_000);

    it('describes its API on a page that keeps to the policy as well', async () => {
      const visitor = await Visitor.at(browser, system.url);
      await visitor.go('/api/docs');
      await visitor.page.getByText('The process runs').waitFor();
      expect(visitor.faults).toEqual([]);
      await visitor.context.close();
    }, 60_000);

    it('finds by one key what has a name or a code, and goes there', async () => {
      const visitor = await goTo('liang', '/todo');
      const { page } = visitor;
      await page.keyboard.press('/');
      await page.keyboard.type('117003');
      const options = page.getByRole('option');
      await options.getByText('已办结').waitFor();
      expect(await visitor.inspect()).toEqual([]);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(/evaluations\?name=/);
      await page.keyboard.press('/');
      await page.keyboard.type('117003 2021');
      await options.getByText('已办结').waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(`**${EVALUATION}`);
    }, 60_000);

    it('lets the manager correct a day of the calendar, for a reason', async () => {
      const visitor = await goTo('shi', '/calendar?year=2026');
      const { page } = visitor;
      await page.getByText('国办发明电〔2025〕7号').waitFor();
      await page.getByRole('button', { name: '更正某日' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('日期').fill('2026-09-21');
      await dialog.getByLabel('理由').fill('县庆放假');
      await visitor.settle();
      expect(await visitor.inspect()).toEqual([]);
      await dialog.getByRole('button', { name: '保存' }).click();
      await page.getByText(/：县庆放假/).waitFor();
      expect(await visitor.inspect()).toEqual([]);
    }, 60_000);

    it('lets the manager draft a campaign, open it and issue its tasks', async () => {
      const visitor = await goTo('shi', '/campaigns');
      const { page } = visitor;
      await page.getByRole('button', { name: '起草通知' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('通知名称').fill('2022年度部门整体支出绩效自评');
      await dialog.getByLabel('年度').fill('2022');
      await dialog.getByLabel('开始').fill('2023-03-01');
      await dialog.getByLabel('截止').fill('2023-05-31');
      await dialog.getByLabel('整体支出评分方案').click();
      await page.locator('.ant-select-item-option').filter({ hasText: 'hunan-whole-unit-A@1' }).click();
      await visitor.settle();
      expect(await visitor.inspect()).toEqual([]);
      await dialog.getByRole('button', { name: '保存' }).click();
      await page.getByRole('heading', { name: '2022年度部门整体支出绩效自评' }).waitFor();
      await page.getByRole('button', { name: '发布通知' }).click();
      await page.locator('.ant-popconfirm').getByRole('button', { name: '发布通知' }).click();
      await page.getByRole('button', { name: '布置任务' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '布置', exact: true }).click();
      await page.getByText('4 / 4').waitFor();
      const files = { '117003.txt': readFileSync(join(projectRoot(), 'samples/huitong-2021/report.txt')) };
      const buffer = Buffer.from(zipSync({ ...files, '通讯录.txt': Buffer.from('今天天气很好。') }));
      await page
        .getByLabel('批量读取报告（ZIP）')
        .setInputFiles({ name: '自评.zip', mimeType: 'application/zip', buffer });
      await page.getByText('2 / 2，失败 1').waitFor();
      await page.getByRole('button', { name: '各个文件' }).click();
      const table = page.getByRole('table', { name: '各个文件' });
      await table.getByText('这不像一份绩效自评报告。').waitFor();
      expect(await visitor.inspect()).toEqual([]);
      await table.getByRole('link').click();
      await page.getByText('117003.txt', { exact: false }).first().waitFor();
    }, 120_000);

    it('shows a campaign in charts, each beside its numbers', async () => {
      const visitor = await goTo('shi', '/campaigns/431225-2021');
      const { page } = visitor;
      for (const name of ['办理漏斗', '得分分布', '未办结事项停留时间'])
        await page.getByRole('img', { name }).locator('svg').waitFor();
      await page.getByText('查看数字').first().click();
      await page.getByRole('table', { name: '办理漏斗' }).getByText('已布置').waitFor();
      expect(await visitor.inspect()).toEqual([]);
    }, 60_000);

    it('says all of it in English', async () => {
      const visitor = await goTo('liang', '/todo');
      await visitor.page.getByRole('button', { name: 'English' }).click();
      await visitor.page.getByRole('heading', { name: 'To do' }).waitFor();
      expect(await visitor.inspect()).toEqual([]);
      await visitor.go(`${EVALUATION}?tab=findings`);
      expect(await visitor.page.locator('html').getAttribute('lang')).toBe('en');
      expect(await visitor.inspect()).toEqual([]);
      await visitor.page.getByRole('button', { name: '中文' }).click();
    }, 60_000);

    it('takes nothing that was written for more than text, whoever wrote it and wherever it is read', async () => {
      const blind = await Visitor.at(browser, system.url);
      const watch = new Watch(blind);
      await blind.go('/login');
      await blind.page.evaluate(AS_MARKUP);
      const seen = (await watch.look()).join('\n');
      for (const sign of ['became markup', 'leads to javascript', 'Content Security Policy'])
        expect(seen).toContain(sign);
      await blind.context.close();

      const [fiscalYear, hand] = [2020, new HostileHand()];
      const cast = await hostileBureau(hand, doors, { code: '117006', fiscalYear });
      const texts = (places: readonly string[]): string[] => places.map((place) => hand.at(place));
      await hostileStory(hand, cast, async () => {
        const editing = texts([...SHEET, 'own figure']);
        expect(await new Watch(cast.preparer).open(`/evaluations/${cast.evaluation}`, editing)).toEqual([]);
      });
      const pages = hostilePages(cast.evaluation, cast.campaign, fiscalYear);
      const watches = new Map<string, Watch>();
      for (const [login, path, places] of pages) {
        const own = watches.get(login) ?? new Watch(await the(login));
        watches.set(login, own);
        expect([path, await own.open(path, texts(places))]).toEqual([path, []]);
      }
      const read = new Set(['own figure', ...pages.flatMap(([, , places]) => places)]);
      expect(hand.places.filter((place) => !read.has(place))).toEqual([]);

      // Long words without a blank leave every column of the trail its place.
      const { page } = await goTo('huang', `/evaluations/${cast.evaluation}?tab=trail`);
      const heads = page.getByRole('table', { name: '审计轨迹' }).locator('thead th');
      await heads.first().waitFor();
      const widths = await Promise.all((await heads.all()).map(async (head) => (await head.boundingBox())?.width ?? 0));
      expect(widths.filter((width) => width < 70)).toEqual([]);
    }, 120_000);

    it('lets one leave', async () => {
      const { page } = await goTo('huang', '/trail');
      await page.getByRole('button', { name: /账户菜单/ }).click();
      await page.getByText('退出登录').click();
      await page.getByRole('heading', { name: '登录' }).waitFor();
    });

    it('asks the first administrator who he is', async () => {
      const visitor = await Visitor.at(browser, system.url);
      await visitor.go('/bootstrap');
      expect(await visitor.inspect('bootstrap')).toEqual([]);
      expect(visitor.faults).toEqual([]);
      await visitor.context.close();
    });

    it('was seen at every address there is', () => {
      const elsewhere = ['/second-factor', '/enrolment']; // in second-factor.e2e.spec.ts
      const seen = (address: string): boolean => [...inspected].some((path) => isAt(path, address));
      expect(addresses().length).toBeGreaterThan(30);
      expect(addresses().filter((address) => !seen(address))).toEqual(elsewhere);
    });

    it('looks as it was approved', () => {
      expect(pictures.different).toEqual([]);
    });

    it('had no fault in any browser on the way', () => {
      expect(
        Object.entries(people).flatMap(([login, { faults }]) => faults.map((fault) => `${login}: ${fault}`)),
      ).toEqual([]);
    });
  });
