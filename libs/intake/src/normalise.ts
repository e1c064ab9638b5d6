/** A report's text as the rules read it, and where each of its characters stands in the text as it came. */
export interface Normalised {
  readonly text: string;
  /** The half-open span of the original text that the characters [start, end) were made from. */
  origin(start: number, end: number): { readonly start: number; readonly end: number };
}

/**
 * One way of writing for what people type in many: digits and signs in half width, Chinese sentence marks, square
 * brackets for every year bracket; without spaces (but one between two numbers), quotation marks, editor bookmarks,
 * doubled marks or units (`，，`, `万元元`), or the brackets inside a word (`出国（境）费`); numbers that were torn apart
 * are joined (`95.` `10%`). Characters are replaced one for one or left out, so every position can be traced back.
 */
export function normalise(original: string): Normalised {
  let text = replaced(original);
  for (const leaveOut of [joinNumbers, dropWordBrackets, dropDoubles]) text = without(text, leaveOut(text.text));
  const { text: result, at } = text;
  return {
    text: result,
    origin: (start, end) => ({ start: at[start] ?? original.length, end: (at[end - 1] ?? original.length - 1) + 1 }),
  };
}

interface Placed {
  readonly text: string;
  readonly at: readonly number[];
}

const AS: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  ...{ ',': '，', ';': '；', ':': '：', '(': '（', ')': '）', '﹪': '%', 〇: '0', '\u2028': '\n', '\u2029': '\n' },
  ...{
    '〔': '[',
    '［': '[',
    '【': '[',
    '〕': ']',
    '］': ']',
    '】': ']',
    '﹝': '[',
    '﹞': ']',
    '—': '-',
    '－': '-',
    '−': '-',
  },
});
/** White space, and what is not to be seen: controls, soft hyphens, joiners, marks of direction. */
const BLANK = /[\s\p{Cc}\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/u;
const QUOTE = /["“”‘’＂＇「」『』'']/;
const WIDE = /[！-～]/;
const NUMERIC = /[0-9A-Za-z.]/;
const BOOKMARK = /\[bookmark:[^\]\n]{0,80}\]/iy;
const THOUSANDS = /(?<=\d),(?=\d{3}(?!\d))|(?<=[０-９])，(?=[０-９]{3}(?![０-９]))/y;

function replaced(original: string): Placed {
  const chars: string[] = [];
  const at: number[] = [];
  let blank = false;
  for (let i = 0; i < original.length; i++) {
    const char = original[i]!;
    const sign = AS[char] ?? (WIDE.test(char) ? String.fromCharCode(char.charCodeAt(0) - 0xfee0) : char);
    if (sign === '[' && matchesAt(BOOKMARK, `${sign}${original.slice(i + 1, i + 100)}`, 0)) {
      i = original.indexOf(char === '[' ? ']' : '】', i);
      continue;
    }
    if (sign === '\n' || !BLANK.test(sign)) {
      if (QUOTE.test(char) || isTorn(original, i)) continue;
      const last = chars.at(-1) ?? '';
      if (blank && NUMERIC.test(last) && NUMERIC.test(sign)) put(' ', i - 1);
      blank = false;
      put(separates(char, original, i) ? ',' : (AS[sign] ?? sign), i);
    } else blank = true;
  }
  return { text: chars.join(''), at };

  function put(sign: string, place: number): void {
    chars.push(sign);
    at.push(place);
  }
}

/** A comma between thousands; a full-width one only among full-width digits. */
function separates(char: string, original: string, i: number): boolean {
  return (char === ',' || char === '，') && matchesAt(THOUSANDS, original, i);
}

/** Half of a character that needs two UTF-16 units, without the other half. */
function isTorn(original: string, i: number): boolean {
  const unit = original.charCodeAt(i);
  if (unit < 0xd800 || unit > 0xdfff) return false;
  const other = original.charCodeAt(unit < 0xdc00 ? i + 1 : i - 1);
  return unit < 0xdc00 ? !(other >= 0xdc00 && other <= 0xdfff) : !(other >= 0xd800 && other < 0xdc00);
}

function matchesAt(sticky: RegExp, text: string, index: number): boolean {
  sticky.lastIndex = index;
  return sticky.test(text);
}

type Spans = Iterable<readonly [start: number, end: number]>;

function without({ text, at }: Placed, spans: Spans): Placed {
  let kept = '';
  const places: number[] = [];
  let from = 0;
  const keep = (end: number): void => {
    kept += text.slice(from, end);
    for (let i = from; i < end; i++) places.push(at[i]!);
  };
  for (const [start, end] of spans) {
    keep(start);
    from = end;
  }
  keep(text.length);
  return { text: kept, at: places };
}

/** Blanks and line ends inside a number, when a unit follows and the number does not begin its line (`1.` numbers it). */
function* joinNumbers(text: string): Spans {
  const torn = /(?:(?<=\d\.)[ \n]{1,3}(?=\d{1,6}(?:%|万|元))|(?<=\d)[ \n]{1,3}(?=\.\d{1,6}(?:%|万|元)))/g;
  for (const { index, 0: gap } of text.matchAll(torn)) {
    let start = index;
    while (start > 0 && index - start < 20 && /[\d.]/.test(text[start - 1]!)) start--;
    if (start > 0 && text[start - 1] !== '\n') yield [index, index + gap.length];
  }
}

/** `出国（境）费` is one word; `（一）` and `（二）` number something. */
function* dropWordBrackets(text: string): Spans {
  const inWord = /(?<=\p{sc=Han})（(?![一二三四五六七八九十]{1,2}）)(\p{sc=Han}{1,2})）(?=\p{sc=Han})/gu;
  for (const { index, 1: inside = '' } of text.matchAll(inWord)) {
    yield [index, index + 1];
    yield [index + 1 + inside.length, index + 2 + inside.length];
  }
}

function* dropDoubles(text: string): Spans {
  for (const { index } of text.matchAll(/(?<=[，。；：、])[，。；：、]|(?<=万元)元|(?<=%)%/g)) yield [index, index + 1];
}
