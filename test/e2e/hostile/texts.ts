/**
 * Texts that would do something if anything took them for more than text. Each would leave its mark: an element with the
 * attribute `hostile`, the global `hostile`, or a request to another host. At most 57 characters, because a name has 60.
 */
const CORPUS = [
  '<script hostile>hostile=1</script>',
  '"><img hostile src=x onerror=hostile=1>',
  "'><svg hostile onload=hostile=1>",
  '<math hostile href="javascript:hostile=1">x</math>',
  '<iframe hostile srcdoc="<script>parent.hostile=1</script>">',
  '<a hostile href="javascript:hostile=1">点此</a>',
  '</textarea></title></script><b hostile>',
  '--><input hostile autofocus onfocus=hostile=1>',
  '</style><style hostile>*{background:url(//evil.test)}',
  ';background:url(https://evil.test/b);/*',
  'javascript:hostile=1//',
  '{{constructor.constructor("hostile=1")()}}',
  '{{name}} {{count}} $t(menu.todo) %s',
  '[点此](javascript:hostile=1) ![](//evil.test/c)',
  '&lt;img hostile src=x onerror=hostile=1&gt;',
  '\u200f\u061cالنص<b hostile>\u200e',
  '=HYPERLINK("https://evil.test/d","点此")',
  '__proto__ constructor toString',
] as const;

/** Writes down which hostile text it gave for which place, so that every one can be looked for. */
export class HostileHand {
  readonly #given = new Map<string, string>();

  /** Texts are numbered from here on: some of them must not be twice in a system. */
  constructor(private readonly first = 0) {}

  /** A text of the corpus in one line, told apart from all others by its number. */
  text(place: string): string {
    const n = this.first + this.#given.size;
    return this.#note(place, `${n} ${CORPUS[n % CORPUS.length]}`);
  }

  /** The whole corpus. */
  long(place: string): string {
    return this.#note(place, `${this.first + this.#given.size} ${CORPUS.join('\n')}`);
  }

  /** A text as the name of a file, with what is left of it: names of files have no paths and no marks in them. */
  fileName(place: string): string {
    const name = `${this.text(place)}.txt`;
    this.#given.set(place, name.replace(/^.*[/\\]/su, '').replace(/[\p{Cc}\p{Cf}:*?"<>|]/gu, '_'));
    return name;
  }

  get places(): readonly string[] {
    return [...this.#given.keys()];
  }

  at(place: string): string {
    const text = this.#given.get(place);
    if (text === undefined) throw new Error(`nothing hostile was written at ${place}`);
    return text;
  }

  #note(place: string, text: string): string {
    if (this.#given.has(place)) throw new Error(`${place} is written already`);
    this.#given.set(place, text);
    return text;
  }
}

/** All of the corpus as markup: what a watch must not miss. */
export const AS_MARKUP = `document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(CORPUS.join(''))})`;
