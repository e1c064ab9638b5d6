import { utils, write } from '@e965/xlsx';
import { readTable } from './index.js';

const BOUNDS = { mostRows: 100, mostColumns: 5 };

function book(rows: readonly (readonly (string | number)[])[], bookType: 'xlsx' | 'xls' = 'xlsx'): Uint8Array {
  const file = utils.book_new();
  utils.book_append_sheet(file, utils.aoa_to_sheet(rows as (string | number)[][]), '任务');
  return new Uint8Array(write(file, { type: 'array', bookType }) as ArrayBuffer);
}

describe('A table from outside', () => {
  it.each(['xlsx', 'xls'] as const)('is read as texts, row by row: %s', async (type) => {
    const rows = await readTable(
      book(
        [
          ['单位编码', '单位名称'],
          ['0117003', '会同县工伤保险服务中心'],
          ['', 3.1],
        ],
        type,
      ),
      BOUNDS,
    );
    expect(rows).toEqual([
      ['单位编码', '单位名称'],
      ['0117003', '会同县工伤保险服务中心'],
      ['', '3.1'],
    ]);
  });

  it('may have so many rows', async () => {
    const rows = (n: number) => book(Array.from({ length: n }, (_, i) => [i]));
    expect(await readTable(rows(100), BOUNDS)).toHaveLength(100);
    await expect(readTable(rows(101), BOUNDS)).rejects.toThrow('table.too-many-rows');
  });

  it.each([
    ['text', Buffer.from('单位编码,单位名称\n')],
    ['nothing', Buffer.alloc(0)],
    ['a broken ZIP', Buffer.from('504b0304ffffffff', 'hex')],
    ['a broken document', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600, 7)])],
  ])('is refused when it is %s', async (_, bytes) => {
    await expect(readTable(bytes, BOUNDS)).rejects.toThrow('table.unreadable');
  });

  it('is given up when it takes too long', async () => {
    const large = book(Array.from({ length: 90 }, (_, i) => [i]));
    await expect(readTable(large, { ...BOUNDS, ms: 1 })).rejects.toThrow('table.too-much-work');
  });
});
