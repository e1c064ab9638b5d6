import type { Sheet } from '#libs/sheet';
import type { Material } from './material.js';

/** Works something out once for each sheet: seventy rules ask for the same. Sheets never change. */
export function once<T>(workOut: (material: Pick<Material, 'sheet'>) => T): (material: Pick<Material, 'sheet'>) => T {
  const known = new WeakMap<Sheet, { readonly is: T }>();
  return (material) => {
    const before = known.get(material.sheet);
    if (before) return before.is;
    const is = workOut(material);
    known.set(material.sheet, { is });
    return is;
  };
}
