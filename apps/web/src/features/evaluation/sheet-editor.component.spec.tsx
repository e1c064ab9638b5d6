import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import type { Figure } from '../../api/evaluation-answers.js';
import { Desk } from './desk.spec.js';

const amount = (value: string | null, also: Partial<Figure> = {}): Figure => ({ value, unit: '万元', ...also });

describe('The sheet editor', () => {
  afterEach(() => {
    cleanup();
    localStorage.clear();
  });

  const becomes = (desk: Desk, state: string): Promise<void> =>
    waitFor(() => expect(desk.state).toBe(state), { timeout: 5_000 });
  const sentBy = async (desk: Desk): Promise<unknown> => {
    await waitFor(() => expect(desk.network.batches).not.toEqual([]), { timeout: 5_000 });
    await becomes(desk, 'saved');
    return desk.network.batches;
  };

  describe('at a figure', () => {
    it('shows it in groups while it rests and plain under the hand', async () => {
      const { field, hands } = await Desk.with({ figures: { 'BUD.BASIC': amount('1234567.5') } });
      expect(field('年初基本支出').value).toBe('1,234,567.50');
      await hands.click(field('年初基本支出'));
      expect(field('年初基本支出').value).toBe('1234567.5');
      await hands.tab();
      expect(field('年初基本支出').value).toBe('1,234,567.50');
    });

    it('takes full-width digits and separators as they are meant', async () => {
      const desk = await Desk.with({ figures: { 'BUD.BASIC': amount('1') } });
      await desk.hands.clear(desk.field('年初基本支出'));
      await desk.hands.type(desk.field('年初基本支出'), '１，２３４．５');
      expect(await sentBy(desk)).toEqual([
        [{ path: '/figures/BUD.BASIC', before: amount('1'), after: amount('1234.5') }],
      ]);
    });

    it('does not send what is no number, says so, and sends the other fields', async () => {
      const desk = await Desk.with({ figures: { 'BUD.BASIC': amount('1'), 'BUD.BASIC.STAFF': amount('2') } });
      await desk.hands.type(desk.field('年初基本支出'), '万');
      expect(desk.field('年初基本支出')).toHaveProperty('ariaInvalid', 'true');
      await desk.hands.clear(desk.field('人员经费'));
      await desk.hands.type(desk.field('人员经费'), '3');
      await waitFor(() => expect(desk.network.batches).toHaveLength(1), { timeout: 5_000 });
      expect(desk.network.batches[0]?.map(({ path }) => path)).toEqual(['/figures/BUD.BASIC.STAFF']);
      await becomes(desk, 'malformed');
      expect(screen.getByRole('status').textContent).toBe('有 1 栏格式不正确，未保存');
      expect(desk.field('年初基本支出').value).toContain('万');
    });

    it('takes an emptied figure out, for empty is not 0, and leaves its row under the hand', async () => {
      const desk = await Desk.with({ figures: { 'BUD.BASIC': amount('1') } });
      await desk.hands.clear(desk.field('年初基本支出'));
      expect(document.activeElement).toBe(desk.field('年初基本支出'));
      expect(await sentBy(desk)).toEqual([[{ path: '/figures/BUD.BASIC', before: amount('1'), after: null }]]);
    });

    it('keeps the name of an emptied figure of the unit’s own', async () => {
      const own = amount('1', { label: '其他经费', parent: 'BUD.BASIC' });
      const desk = await Desk.with({ figures: { 'BUD.BASIC.X1': own } });
      await desk.hands.clear(desk.field('其他经费'));
      expect(await sentBy(desk)).toEqual([
        [{ path: '/figures/BUD.BASIC.X1', before: own, after: { ...own, value: null } }],
      ]);
    });

    it('says 不适用 at the push of a button and takes it back', async () => {
      const desk = await Desk.with({ figures: { 'STAFF.ACTUAL': { value: '9', unit: '人' } } });
      const button = screen.getByRole('button', { name: '不适用: 在职人数' });
      await desk.hands.click(button);
      expect(desk.field('在职人数').disabled).toBe(true);
      expect(button.getAttribute('aria-pressed')).toBe('true');
      await sentBy(desk);
      await desk.hands.click(button);
      expect(desk.field('在职人数').disabled).toBe(false);
      await waitFor(() => expect(desk.network.batches).toHaveLength(2), { timeout: 5_000 });
      const none = { value: null, unit: '人', notApplicable: true };
      expect(desk.network.batches.flat().map(({ after }) => after)).toEqual([none, null]);
    });

    it('goes down and up with the keys, past nothing', async () => {
      const desk = await Desk.with({ figures: { 'BUD.BASIC': amount('1'), 'BUD.BASIC.STAFF': amount('2') } });
      await desk.hands.click(desk.field('年初基本支出'));
      await desk.hands.keyboard('{Enter}');
      expect(document.activeElement).toBe(desk.field('人员经费'));
      await desk.hands.keyboard('{ArrowDown}{ArrowUp}{ArrowUp}');
      expect(document.activeElement).toBe(desk.field('年初基本支出'));
    });

    it('shows fields that nothing was given for when it is asked to', async () => {
      const desk = await Desk.with({});
      expect(screen.queryByLabelText('人员经费')).toBeNull();
      await desk.hands.click(screen.getByRole('checkbox', { name: '显示全部栏目' }));
      expect(desk.field('人员经费').value).toBe('');
    });
  });

  describe('saving', () => {
    it('sends one batch after a pause, with what was seen, a key and the version', async () => {
      const desk = await Desk.with({ head: { phone: '0745' } });
      await desk.hands.type(desk.field('联系电话'), '-1');
      await desk.hands.type(desk.field('填报人'), '吴');
      expect(desk.state).toBe('unsaved');
      expect(await sentBy(desk)).toEqual([
        [
          { path: '/head/phone', before: '0745', after: '0745-1' },
          { path: '/head/preparer', before: null, after: '吴' },
        ],
      ]);
      expect(desk.network.headers[0]?.get('if-match')).toBe('"3"');
      expect(desk.network.headers[0]?.get('idempotency-key')).toMatch(/^[0-9a-f-]{36}$/);
    });

    it('sends nothing when a field is back where it began', async () => {
      const desk = await Desk.with({ head: { phone: '0745' } });
      await desk.hands.type(desk.field('联系电话'), '1{Backspace}');
      expect(desk.state).toBe('saved');
      desk.close();
      expect(desk.network.batches).toEqual([]);
    });

    it('lets typing go on while a batch is on its way, and sends what came meanwhile after it', async () => {
      const desk = await Desk.with({ head: { phone: '0745' } });
      const letGo = desk.network.hold();
      await desk.hands.type(desk.field('联系电话'), '1');
      await becomes(desk, 'saving');
      await desk.hands.type(desk.field('联系电话'), '2');
      expect(desk.field('联系电话').value).toBe('074512');
      act(letGo);
      await waitFor(() => expect(desk.network.batches).toHaveLength(2), { timeout: 5_000 });
      await becomes(desk, 'saved');
      expect(desk.network.batches[1]).toEqual([{ path: '/head/phone', before: '07451', after: '074512' }]);
      expect(desk.field('联系电话').value).toBe('074512');
    });

    it('says that it failed, keeps what was typed, and saves when it is told to again', async () => {
      const desk = await Desk.with({ head: { phone: '0745' } });
      desk.network.reachable = false;
      await desk.hands.type(desk.field('联系电话'), '1');
      await becomes(desk, 'failed');
      expect(desk.field('联系电话').value).toBe('07451');
      desk.network.reachable = true;
      await desk.hands.click(screen.getByRole('button', { name: '重新保存' }));
      await becomes(desk, 'saved');
      expect(desk.network.sheet.head).toEqual({ phone: '07451' });
    });

    it('has what was typed again in a new window, though it never was sent', async () => {
      const desk = await Desk.with({ head: { phone: '0745' } });
      desk.network.reachable = false;
      await desk.hands.type(desk.field('联系电话'), '1');
      desk.close();
      desk.network.reachable = true;
      desk.open();
      expect(desk.field('联系电话').value).toBe('07451');
      await becomes(desk, 'saved');
      expect(desk.network.sheet.head).toEqual({ phone: '07451' });
    });

    it('is not held up by one who cannot write: there is no field to write in', async () => {
      const desk = await Desk.with(
        {
          head: { phone: '0745' },
          figures: { 'BUD.BASIC': amount('1234567.5'), 'STAFF.ACTUAL': { value: null, unit: '人' } },
        },
        { actions: [] },
      );
      expect(screen.queryAllByRole('textbox')).toEqual([]);
      expect(screen.getByText('1,234,567.50')).toBeTruthy();
      expect(within(document.getElementById('/figures/STAFF.ACTUAL')!).getByText('未填')).toBeTruthy();
      expect(desk.state).toBe('saved');
    });
  });

  describe('when two write the same field', () => {
    const inConflict = async (): Promise<Desk> => {
      const desk = await Desk.with({ head: { phone: '0745', preparer: '吴' } });
      desk.network.write('/head/phone', '0745-9');
      await desk.hands.type(desk.field('联系电话'), '-1');
      await desk.hands.type(desk.field('填报人'), '小梅');
      await becomes(desk, 'conflict');
      return desk;
    };

    it('shows both values at the field and saves the others', async () => {
      const desk = await inConflict();
      const told = screen.getByRole('alert').textContent;
      expect(told).toContain('对方填写: 0745-9');
      expect(told).toContain('我的填写: 0745-1');
      await waitFor(() => expect(desk.network.sheet.head).toEqual({ phone: '0745-9', preparer: '吴小梅' }), {
        timeout: 5_000,
      });
    });

    it('writes mine over theirs when I say so', async () => {
      const desk = await inConflict();
      await desk.hands.click(screen.getByRole('button', { name: '采用我的' }));
      await becomes(desk, 'saved');
      expect(desk.network.batches.at(-1)).toContainEqual({ path: '/head/phone', before: '0745-9', after: '0745-1' });
      expect(desk.network.sheet.head.phone).toBe('0745-1');
    });

    it('takes theirs when I say so, and sends nothing', async () => {
      const desk = await inConflict();
      await waitFor(() => expect(desk.network.sheet.head.preparer).toBe('吴小梅'), { timeout: 5_000 });
      const batches = desk.network.batches.length;
      await desk.hands.click(screen.getByRole('button', { name: '采用对方的' }));
      await waitFor(() => expect(desk.field('联系电话').value).toBe('0745-9'));
      await becomes(desk, 'saved');
      expect(desk.network.batches).toHaveLength(batches);
    });
  });

  it('counts the characters of a section as people do, and takes an emptied one out', async () => {
    const desk = await Desk.with({ sections: { problems: '预算𠮷' } });
    const section = document.getElementById('/sections/problems')!;
    expect(section.textContent).toContain('3 字');
    await desk.hands.clear(within(section).getByRole('textbox'));
    expect(await sentBy(desk)).toEqual([[{ path: '/sections/problems', before: '预算𠮷', after: null }]]);
  });

  it('adds an indicator, exact decimals and all, and refuses one without a name', async () => {
    const desk = await Desk.with({});
    await desk.hands.click(screen.getByRole('button', { name: /新增指标/ }));
    const dialog = await screen.findByRole('dialog');
    const done = within(dialog).getByText('确定');
    await desk.hands.click(done);
    await within(dialog).findByText('此项必填。');
    await desk.hands.type(within(dialog).getByLabelText('三级指标'), '参保率');
    await desk.hands.type(within(dialog).getByLabelText('分值'), '１０.5');
    await desk.hands.click(done);
    await sentBy(desk);
    expect(desk.network.batches[0]?.[0]).toMatchObject({
      path: '/indicators/i1',
      before: null,
      after: { name: '参保率', maxPoints: '10.5', points: null },
    });
  });

  it('shows a finding at its field and opens it at a click', async () => {
    const text = { zh: '各项之和与合计不符', en: 'the parts do not add up' };
    const desk = await Desk.with(
      { figures: { 'BUD.BASIC': amount('1') } },
      {
        findings: [
          {
            id: 'f1',
            rule: 'R05',
            severity: 'ERROR',
            title: text,
            message: text,
            at: [{ pointer: '/figures/BUD.BASIC' }],
            answer: null,
            waiver: null,
            open: true,
          },
        ],
      },
    );
    await desk.hands.click(screen.getByRole('button', { name: '校验结果: 年初基本支出' }));
    expect(await screen.findByText(/各项之和与合计不符/)).toBeTruthy();
  });
});
