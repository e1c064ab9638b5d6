import { readdirSync, readFileSync } from 'node:fs';
import { addDays, isWeekend } from './days.js';
import { CalendarFault, daysOf, parseYear, type YearFile } from './year.js';
import { YEAR_SCHEMA } from './year-schema.js';

const folder = new URL('../../../calendars/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const shipped = readdirSync(folder).filter((name) => /^\d{4}\.json$/.test(name));
const year = (n: number): YearFile => parseYear(`${n}.json`, read(`${n}.json`));

/** A day of the Chinese calendar, as ICU counts it: month/day. */
const LUNAR = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' });
const lunar = (day: string): string => LUNAR.format(new Date(`${day}T12:00:00Z`));
const holiday = (n: number, name: string) => year(n).holidays.find((one) => one.name.zh.includes(name))!;

describe('The shipped calendars', () => {
  it('are of 2024 to 2027, and say in which notice they were read', () => {
    expect(shipped).toEqual(['2024.json', '2025.json', '2026.json', '2027.json']);
    expect([2024, 2025, 2026].map((n) => year(n).source.number)).toEqual([
      '国办发明电〔2023〕7号',
      '国办发明电〔2024〕12号',
      '国办发明电〔2025〕7号',
    ]);
  });

  it.each([
    [2024, 28, 8],
    [2025, 28, 5],
    [2026, 33, 6],
    [2027, 13, 0],
  ])('have for %i as many days off (%i) and days worked instead (%i) as its notice', (n, off, instead) => {
    const { holidays } = year(n);
    expect(holidays.reduce((sum, { days }) => sum + days, 0)).toBe(off);
    expect(holidays.flatMap(({ workedInstead }) => workedInstead)).toHaveLength(instead);
  });

  it.each([2024, 2025, 2026])('give in %i back the working days they take, but for those the law grants', (n) => {
    const taken = year(n)
      .holidays.flatMap(daysOf)
      .filter((day) => !isWeekend(day)).length;
    const given = year(n).holidays.flatMap(({ workedInstead }) => workedInstead).length;
    expect(taken - given).toBe({ 2024: 11, 2025: 13, 2026: 13 }[n as 2024]);
  });

  it.each([2024, 2025, 2026])('have the festivals of %i on the days of the moon', (n) => {
    const has = (name: string, monthAndDay: string) => daysOf(holiday(n, name)).map(lunar).includes(monthAndDay);
    expect([has('春节', '1/1'), has('端午节', '5/5'), has('中秋节', '8/15')]).toEqual([true, true, true]);
  });

  it('know of 2027 only what the law fixes', () => {
    expect(year(2027)).toMatchObject({ provisional: true, source: { number: '国务院令第795号' } });
    expect(daysOf(holiday(2027, '端午节')).map(lunar)).toEqual(['5/5']);
    expect(daysOf(holiday(2027, '中秋节')).map(lunar)).toEqual(['8/15']);
    expect([holiday(2027, '春节').from, holiday(2027, '春节').to]).toEqual(['2027-02-05', '2027-02-08']);
  });

  it('are described by the schema beside them', () => {
    expect(JSON.parse(read('calendar.schema.json'))).toEqual(YEAR_SCHEMA);
  });
});

describe('A calendar file that is wrong', () => {
  const good = JSON.parse(read('2026.json'));
  const faultOf = (change: (file: typeof good) => void): string => {
    const file = structuredClone(good);
    change(file);
    try {
      parseYear('2026.json', JSON.stringify(file));
    } catch (error) {
      expect(error).toBeInstanceOf(CalendarFault);
      return (error as Error).message;
    }
    throw new Error('was taken');
  };

  it.each<[string, (file: typeof good) => void, RegExp]>([
    ['a field is missing', (file) => delete file.year, /^2026\.json \/: 形式不符/],
    ['a field is not known', (file) => Object.assign(file, { anno: 1 }), /^2026\.json \/anno: .*is not known here$/],
    ['a day is none', (file) => Object.assign(file.holidays[1], { to: '2026-02-30' }), /\/holidays\/1\/to: .*02-30/],
    ['a day is of another year', (file) => Object.assign(file.holidays[0], { from: '2025-12-31' }), /不在 2026 年/],
    [
      'a span is wrong',
      (file) => Object.assign(file.holidays[1], { days: 8 }),
      /\/holidays\/1\/days: 写明 8 天，起止为 9 天/,
    ],
    ['holidays overlap', (file) => Object.assign(file.holidays[2], { from: '2026-02-20', days: 46 }), /\/holidays\/2/],
    ['a Friday is worked instead', (file) => file.holidays[1].workedInstead.push('2026-02-27'), /不是周六或周日/],
    ['a holiday is worked instead', (file) => file.holidays[1].workedInstead.push('2026-10-04'), /又在假期内/],
    ['it knows 调休 before the notice', (file) => Object.assign(file, { provisional: true }), /通知未公布，不能有调休/],
    ['it is of a year that is none', (file) => Object.assign(file, { year: 20260 }), /\/year: .*must be <= 2100/],
  ])('is refused with the place and the reason when %s', (_, change, message) => {
    expect(faultOf(change)).toMatch(message);
  });

  it.each([
    ['{', /不是 JSON/],
    ['[]', /must be object/],
    [' '.repeat(70_000), /文件过大/],
  ])('is refused when it is no file of the kind: %#', (text, message) => {
    expect(() => parseYear('x.json', text)).toThrow(message);
  });

  it('has no day that does not come after its eve', () => {
    for (const name of shipped)
      for (const day of parseYear(name, read(name)).holidays.flatMap(daysOf)) expect(addDays(day, -1) < day).toBe(true);
  });
});
