import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { environment, projectRoot } from '#libs/config';

const APPROVED = join(projectRoot(), 'docs/pictures');
const CHANGED = join(APPROVED, '.changed');
/** Pixels of so many by so many become one: dates and ages differ by a few strokes, a layout by whole blocks. */
const BLOCK = 6;
/** From how much on one block is another, from 0 to 1. */
const THRESHOLD = 0.08;
/** Part of the blocks that may differ. */
const TOLERANCE = 0.01;
const RED = [207, 19, 34];

/** A part of a page that is different each time, such as the picture of a secret. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Compares pages with their approved pictures. One that looks different is written beside them, with a picture of where; with
 * APPROVE_PICTURES=1 it is approved instead.
 */
export class Pictures {
  /** What looked different, in words. */
  readonly different: string[] = [];

  /** Compares what was taken with the approved picture of that name, but for what is chance. */
  look(name: string, taken: Buffer, chance: readonly Box[]): void {
    const file = join(APPROVED, `${name}.png`);
    if (environment().APPROVE_PICTURES === '1') writeFileSync(file, small(taken));
    else if (COMPARABLE) {
      const difference = existsSync(file)
        ? differenceOf(PNG.sync.read(taken), PNG.sync.read(readFileSync(file)), chance)
        : { what: 'has no approved picture' };
      if (difference) this.#tell(name, taken, difference);
    }
  }

  #tell(name: string, taken: Buffer, { what, marks }: Difference): void {
    mkdirSync(CHANGED, { recursive: true });
    const file = join(CHANGED, `${name}.png`);
    writeFileSync(file, taken);
    const shown = [relative(projectRoot(), file)];
    if (marks) {
      const where = join(CHANGED, `${name}.where.png`);
      writeFileSync(where, PNG.sync.write(marked(PNG.sync.read(taken), marks)));
      shown.push(relative(projectRoot(), where));
    }
    this.different.push(`${name} ${what}; see ${shown.join(' and ')} beside docs/pictures/${name}.png. ${APPROVE}`);
  }
}

/** How a page differs from its picture: in words, and which blocks. */
interface Difference {
  readonly what: string;
  readonly marks?: PNG;
}

function differenceOf(now: PNG, before: PNG, chance: readonly Box[]): Difference | undefined {
  if (now.width !== before.width || now.height !== before.height)
    return { what: `is ${now.width} × ${now.height}, not ${before.width} × ${before.height}` };
  for (const picture of [now, before]) for (const box of chance) cover(picture, box);
  const [taken, approved] = [reduced(now), reduced(before)];
  const { width, height } = taken;
  const marks = new PNG({ width, height });
  const options = { threshold: THRESHOLD, includeAA: true, diffMask: true };
  const part = pixelmatch(taken.data, approved.data, marks.data, width, height, options) / (width * height);
  return part > TOLERANCE ? { what: `looks different: ${(part * 100).toFixed(1)} %`, marks } : undefined;
}

/** As a file for a repository: in 32 shades of each colour, which nobody sees, it takes half the room. */
function small(taken: Buffer): Buffer {
  const picture = PNG.sync.read(taken);
  for (const [at, value] of picture.data.entries()) picture.data[at] = Math.min(255, Math.round(value / 8) * 8);
  return PNG.sync.write(picture, {
    deflateLevel: 9,
    deflateStrategy: 0,
    filterType: 0,
    colorType: 2,
    inputHasAlpha: true,
  });
}

const APPROVE = 'If it is meant: APPROVE_PICTURES=1 npm test -- --testPathPatterns test/e2e/web';

/** Each block as one pixel: the mean of its own. */
function reduced(picture: PNG): PNG {
  const [width, height] = [picture.width, picture.height].map((length) => Math.floor(length / BLOCK)) as [
    number,
    number,
  ];
  const small = new PNG({ width, height });
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      for (let channel = 0; channel < 4; channel += 1) {
        let sum = 0;
        for (let dy = 0; dy < BLOCK; dy += 1)
          for (let dx = 0; dx < BLOCK; dx += 1)
            sum += picture.data[((y * BLOCK + dy) * picture.width + x * BLOCK + dx) * 4 + channel]!;
        small.data[(y * width + x) * 4 + channel] = sum / BLOCK ** 2;
      }
  return small;
}

/** The picture with every block in red that the marks name. */
function marked(picture: PNG, marks: PNG): PNG {
  for (let y = 0; y < marks.height * BLOCK; y += 1)
    for (let x = 0; x < marks.width * BLOCK; x += 1) {
      const mark = (Math.floor(y / BLOCK) * marks.width + Math.floor(x / BLOCK)) * 4;
      if (marks.data[mark + 3] === 0) continue;
      const at = (y * picture.width + x) * 4;
      for (const [channel, value] of RED.entries())
        picture.data[at + channel] = (picture.data[at + channel]! + value) / 2;
    }
  return picture;
}

function cover({ data, width, height }: PNG, box: Box): void {
  const [left, top] = [Math.max(0, Math.floor(box.x)), Math.max(0, Math.floor(box.y))];
  const [right, bottom] = [Math.min(width, box.x + box.width), Math.min(height, box.y + box.height)];
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) data.fill(200, (y * width + x) * 4, (y * width + x) * 4 + 3);
}

/** The approved pictures were taken with these letters; with others no page would look the same. */
const COMPARABLE = hasLetters();

function hasLetters(): boolean {
  const { stdout } = spawnSync('fc-list', [':family=Noto Sans CJK SC', 'family'], { encoding: 'utf8' });
  if (stdout) return true;
  if (environment().REQUIRE_BROWSER === '1')
    throw new Error('REQUIRE_BROWSER=1, but Noto Sans CJK SC is not installed');
  process.stderr.write('Noto Sans CJK SC is not installed: pages are not compared with their pictures\n');
  return false;
}
