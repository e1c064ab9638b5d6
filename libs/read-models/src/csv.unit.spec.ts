import fc from 'fast-check';
import { csvCell } from './csv.js';

/** A reader of RFC 4180 that knows nothing of the writer. */
function parse(record: string): string[] {
  const cells = [''];
  let quoted = false;
  for (let n = 0; n < record.length; n += 1) {
    const here = record[n]!;
    if (here === '"' && quoted && record[n + 1] === '"') {
      cells[cells.length - 1] += '"';
      n += 1;
    } else if (here === '"') quoted = !quoted;
    else if (here === ',' && !quoted) cells.push('');
    else cells[cells.length - 1] += here;
  }
  return cells;
}

describe('A cell of an export', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\0=1', '＝1+1', '＋1', '－1', '＠x', '  =1'])(
    'is text to a spreadsheet when it begins like a formula: %j',
    (text) => expect(parse(csvCell(text))[0]).toBe(`'${text}`),
  );

  it('comes back as it was written, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 5 }), (cells) => {
        const back = parse(cells.map(csvCell).join(','));
        expect(back.map((cell) => cell.replace(/^'(?=\s*[=+\-@\t\r\0＝＋－＠])/, ''))).toEqual(cells);
      }),
    );
  });

  it('never begins with what a spreadsheet executes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(parse(csvCell(text))[0]).not.toMatch(/^\s*[=+\-@\t\r\0＝＋－＠]/);
      }),
    );
  });
});
