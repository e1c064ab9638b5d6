import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EVENTS } from '../features/trail/events.js';
import { EN, ZH } from './texts.js';

type Tree = { readonly [key: string]: string | readonly string[] | Tree };

/** Every text by its path. */
function flat(tree: Tree, above = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') found.set(above + key, value);
    else for (const [path, text] of flat(value as Tree, `${above + key}.`)) found.set(path, text);
  }
  return found;
}

const zh = flat(ZH);
const en = flat(EN);
const HAN = /\p{Script=Han}/u;
const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
/** What the pages are made of, besides their texts; without comments. */
const SOURCES = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path) && !/\.spec\.tsx?$|\.d\.ts$|^texts\/(?:zh|en)/.test(path))
  .map((path) => ({ path, text: withoutComments(readFileSync(join(ROOT, path), 'utf8')) }));

const placeholders = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

describe('The texts of the interface', () => {
  it('are the same in both languages', () => {
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
    expect(zh.size).toBeGreaterThan(400);
  });

  it('are complete: none is empty, and none names what the other language does not', () => {
    const odd = [...zh].filter(
      ([path, text]) =>
        text === '' || en.get(path) === '' || `${placeholders(text)}` !== `${placeholders(en.get(path) ?? '')}`,
    );
    expect(odd.map(([path]) => path)).toEqual([]);
  });

  it('are English in English; only the other language is called by its own name', () => {
    expect([...en].filter(([, text]) => HAN.test(text)).map(([path]) => path)).toEqual(['language.zh']);
  });

  it('have a word for every event the trail can be searched for', () => {
    expect(EVENTS.filter((type) => !zh.has(`event.${type}`))).toEqual([]);
  });

  it('stand nowhere else: no other source has a Chinese character outside its comments', () => {
    expect(SOURCES.length).toBeGreaterThan(50);
    const elsewhere = SOURCES.filter(({ path }) => !path.startsWith('texts/'));
    expect(elsewhere.filter(({ text }) => HAN.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('are wanted: a source names each, or a group of it, or begins its path and ends it with a value', () => {
    const all = SOURCES.map(({ text }) => text).join('\n');
    const found = (pattern: RegExp): string[] => Array.from(all.matchAll(pattern), ([, path]) => path!);
    const named = new Set(found(/'([\w.-]+)'/g));
    // `stage.${stage}`; word(t, 'stage', stage); and 'calendar.weekdays', which is a list.
    const begun = [...found(/`([\w.-]+\.)\$\{/g), ...found(/\bword\(t, '(\w+)'/g).map((group) => `${group}.`)];
    const wanted = (path: string): boolean =>
      named.has(path.replace(/_(?:one|other)$/, '')) ||
      named.has(path.replace(/\.\d+$/, '')) ||
      begun.some((start) => path.startsWith(start));
    expect([...zh.keys()].filter((path) => !wanted(path))).toEqual([]);
  });
});
