import { useState } from 'react';
import { MOST_COMPARED } from '../../ui/compared.js';
import type { Picking } from './evaluation-table.js';

/** Which rows are picked to stand side by side, in the order in which they were; never more than fit. */
export function usePicking(): Picking {
  const [picked, setPicked] = useState<readonly string[]>([]);
  const onPick = (id: string): void =>
    setPicked((now) =>
      now.includes(id) ? now.filter((one) => one !== id) : now.length < MOST_COMPARED ? [...now, id] : now,
    );
  return { picked, full: picked.length >= MOST_COMPARED, onPick };
}
