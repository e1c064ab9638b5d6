import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#libs/config';

/** What the browser may keep for ever: the name of such a file changes with its content. */
const HASHED = /^assets\//;
/** Copies that were compressed beforehand; they are answered in place of the file, never asked for. */
const COMPRESSED = /\.(?:br|gz)$/;

/** The one page for every address people see. */
export const PAGE = 'index.html';

/** The web interface as it was built: its page and which files there are, fixed when the process starts. */
export class BuiltSite {
  private constructor(
    readonly folder: string,
    readonly files: ReadonlySet<string>,
    /** Undefined when the web interface is not built. */
    readonly page: string | undefined,
  ) {}

  /** The files below `dist/web`, or below the folder that is named; none when the web interface is not built. */
  static in(folder = join(projectRoot(), 'dist', 'web')): BuiltSite {
    if (!existsSync(join(folder, PAGE))) return new BuiltSite(folder, new Set(), undefined);
    const all = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !COMPRESSED.test(entry.name))
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(folder.length + 1)
          .replaceAll('\\', '/'),
      );
    return new BuiltSite(folder, new Set(all), readFileSync(join(folder, PAGE), 'utf8'));
  }

  /**
   * The file that answers the path: itself, or the page for every address people see. Undefined for what is the API's
   * and for a file that is not there, so that a script that is gone is never answered with a page.
   */
  fileFor(path: string): string | undefined {
    const name = path.replace(/^\/+/, '');
    if (this.files.has(name)) return name;
    if (/^(?:api|health)(?:\/|$)/.test(name) || HASHED.test(name) || /\.[a-z0-9]+$/i.test(name)) return undefined;
    return PAGE;
  }
}

/** How long a browser may keep the file without asking again. */
export function cachingOf(file: string): string {
  return HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache';
}
