import { SearchOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { useSession } from '../../session/session.js';
import { useKeys } from '../../ui/use-keys.js';
import { destinationOf, type Found } from './destination.js';
import { FoundList, optionId } from './found-list.js';
import { useSettled } from './use-settled.js';

/** A search has at least so many characters. */
const LEAST = 2;
const TYPING_MS = 250;
const LIST = 'search-found';

/** Finds what has a name, a code or a year: `/` leads here, arrows choose, Enter goes, Escape leaves. */
export function SearchBox() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const session = useSession();
  const box = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(0);
  const [hurried, setHurried] = useState(false);
  const asked = useSettled(text.trim(), TYPING_MS);
  const shown = open && asked.length >= LEAST && text.trim().length >= LEAST;
  const { data, isError, isPlaceholderData } = useQuery({
    queryKey: ['search', asked],
    enabled: asked.length >= LEAST,
    placeholderData: keepPreviousData,
    queryFn: () =>
      answer<components['schemas']['SearchAnswer']>(api.GET('/api/search', { params: { query: { text: asked } } })),
  });
  const items = shown ? (data?.items ?? []) : [];
  const at = Math.min(chosen, items.length - 1);
  const answered = data !== undefined && !isPlaceholderData && asked === text.trim();
  useKeys({ '/': () => box.current?.focus() });
  const go = (one: Found): void => {
    void navigate(destinationOf(one, session));
    setText('');
    setHurried(false);
    box.current?.blur();
  };
  // Who pressed Enter before the answer came goes when it comes.
  const goal = hurried && answered ? items[at] : undefined;
  useEffect(() => {
    if (goal) go(goal);
  });
  const pressed = (event: KeyboardEvent): void => {
    // An input method that composes a word has these keys for itself.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' && items.length > 0) setChosen((at + 1) % items.length);
    else if (event.key === 'ArrowUp' && items.length > 0) setChosen((at + items.length - 1) % items.length);
    else if (event.key === 'Enter') setHurried(text.trim().length >= LEAST);
    else if (event.key === 'Escape') box.current?.blur();
    else return;
    event.preventDefault();
  };
  return (
    <search className="bar-search">
      <SearchOutlined aria-hidden="true" />
      <input
        ref={box}
        role="combobox"
        aria-label={t('search.label')}
        aria-autocomplete="list"
        aria-expanded={items.length > 0}
        aria-controls={LIST}
        {...(items.length > 0 ? { 'aria-activedescendant': optionId(LIST, at) } : {})}
        value={text}
        placeholder={t('search.hint')}
        autoComplete="off"
        maxLength={100}
        onChange={({ target }) => {
          setText(target.value);
          setChosen(0);
          setHurried(false);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={pressed}
      />
      <FoundList id={LIST} items={items} chosen={at} onChoose={go}>
        {shown && items.length === 0 && (isError ? t('search.failed') : data && t('search.nothing'))}
      </FoundList>
    </search>
  );
}
