import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { StageTag } from '../../ui/stage-tag.js';
import type { Found } from './destination.js';

export const optionId = (list: string, n: number): string => `${list}-${n}`;

/** What was found, below the box; `children`: what is said where nothing was. */
export function FoundList({
  id,
  items,
  chosen,
  onChoose,
  children,
}: {
  readonly id: string;
  readonly items: readonly Found[];
  readonly chosen: number;
  readonly onChoose: (one: Found) => void;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const reached = useRef<HTMLDivElement>(null);
  useEffect(() => {
    reached.current?.scrollIntoView({ block: 'nearest' });
  });
  return (
    <>
      <div id={id} className="bar-found" role="listbox" aria-label={t('search.label')} hidden={items.length === 0}>
        {items.map((one, n) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the box keeps the focus, and its keys choose
          <div
            key={`${one.kind} ${one.id}`}
            ref={n === chosen ? reached : null}
            id={optionId(id, n)}
            role="option"
            aria-selected={n === chosen}
            tabIndex={-1}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(one)}
          >
            <Hit one={one} />
          </div>
        ))}
      </div>
      <div role="status" className={children ? 'bar-found' : undefined}>
        {children}
      </div>
    </>
  );
}

function Hit({ one: { kind, name, code, fiscalYear, stage, belongsTo } }: { readonly one: Found }) {
  const { t } = useTranslation();
  const beside = [code, fiscalYear, belongsTo].filter((part) => part !== null);
  return (
    <>
      <div>
        <span className="tag tone-blue">{t(`search.kind.${kind}`)}</span> {name}
      </div>
      {(beside.length > 0 || stage) && (
        <div className="quiet small">
          {beside.join(' · ')} {stage && <StageTag stage={stage} />}
        </div>
      )}
    </>
  );
}
