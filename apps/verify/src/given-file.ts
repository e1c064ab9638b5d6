import { readFile } from 'node:fs/promises';
import { Unreadable } from '#libs/export';

/** The text of a file that was named on the command line. Throws `Unreadable`, which says that it is not there. */
export async function givenFile(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Unreadable(code === 'ENOENT' ? `没有这个文件 / there is no such file: ${file}` : message);
  }
}
