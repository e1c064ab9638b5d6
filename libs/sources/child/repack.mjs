import { zipSync } from 'fflate';

/** The counted parts as a ZIP without compression, for libraries that read nothing else. */
export function repack(parts) {
  return zipSync(Object.fromEntries(parts), { level: 0 });
}
