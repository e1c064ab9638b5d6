import { applyChanges, checkField, contentHash, diff, EMPTY_SHEET } from './index.js';

const ONE = `/attachments/${'ab'.repeat(32)}`;
const OTHER = `/attachments/${'cd'.repeat(32)}`;
const file = { name: '佐证材料.pdf', size: 1_024, type: 'application/pdf' };
const attached = applyChanges(EMPTY_SHEET, [{ path: ONE, before: null, after: file }]);

describe('An attachment of a sheet', () => {
  it('belongs to the content that is hashed, and leaves the hash as it was when it is removed again', () => {
    expect(contentHash(attached)).not.toBe(contentHash(EMPTY_SHEET));
    const removed = applyChanges(attached, [{ path: ONE, before: file, after: null }]);
    expect(removed).toEqual(EMPTY_SHEET);
    expect(contentHash(removed)).toBe(contentHash(EMPTY_SHEET));
  });

  it('is compared by the hash of its bytes, whatever its name', () => {
    const exchanged = applyChanges(EMPTY_SHEET, [{ path: OTHER, before: null, after: file }]);
    expect(diff(attached, exchanged)).toEqual([
      { path: ONE, before: file, after: null },
      { path: OTHER, before: null, after: file },
    ]);
    expect(diff(attached, attached)).toEqual([]);
  });

  it.each([
    [{ ...file, size: -1 }, 'sheet.wrong-type'],
    [{ ...file, size: 1.5 }, 'sheet.wrong-type'],
    [{ ...file, name: '' }, 'sheet.too-short'],
    [{ ...file, name: '\u202egnp.exe' }, 'sheet.control-character'],
    [{ ...file, type: 'text/html; charset=utf-8' }, 'sheet.wrong-type'],
    [{ name: 'a', size: 1 }, 'sheet.missing-key'],
    [{ ...file, path: '/etc/passwd' }, 'sheet.unknown-key'],
  ])('is refused when it says %j', (value, code) => {
    expect(() => checkField(ONE, value)).toThrow(code);
  });

  it('has no other key than the SHA-256 of its bytes', () => {
    for (const key of ['a', 'AB'.repeat(32), `${'ab'.repeat(31)}a~1`, '..'])
      expect(() => checkField(`/attachments/${key}`, file)).toThrow('sheet.unknown-field');
    expect(checkField(ONE, file)).toEqual(file);
  });
});
