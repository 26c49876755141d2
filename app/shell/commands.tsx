'use client';
/** Everything the shell can do, by name: Ctrl K, a few letters, Enter. */
import { Dialog } from '@praxis/ui';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useId, useState } from 'react';
import { lipidUnits, themes } from '../preferences/preferences.ts';
import { languageNames, unitNames } from './names.ts';
import type { Place, ShellUser } from './place.ts';
import type { Settings } from './use-settings.ts';

interface Command {
  readonly id: string;
  readonly label: string;
  run(): void;
}

function useCommands(
  places: readonly Place[],
  user: ShellUser | null,
  settings: Settings,
  text: string,
): Command[] {
  const words = useTranslations('commands');
  const shell = useTranslations('shell');
  const everyWord = useTranslations();
  const router = useRouter();
  const all: Command[] = [
    ...places.map(({ href, label }) => ({
      id: href,
      label: words('go', { place: label }),
      run: () => router.push(href),
    })),
    ...languageNames.map(({ value, label }) => ({
      id: `language-${value}`,
      label: words('language', { language: label }),
      run: () => settings.setLanguage(value),
    })),
    ...themes.map((theme) => ({
      id: `theme-${theme}`,
      label: words('theme', { theme: shell(`themes.${theme}`) }),
      run: () => settings.setTheme(theme),
    })),
    ...(user?.seesPatients ? lipidUnits : []).map((unit) => ({
      id: `unit-${unit}`,
      label: words('units', { units: unitNames[unit] }),
      run: () => settings.setLipidUnit(unit),
    })),
    ...(user ? [{ id: 'sign-out', label: shell('signOut'), run: () => void settings.signOut() }] : []),
  ];
  const wanted = text.trim().toLocaleLowerCase();
  const number = /^#?(\d{1,6})$/.exec(wanted)?.[1];
  if (number && user && user.records.length > 0) {
    return user.records.map(({ href, word }) => ({
      id: href,
      label: everyWord(word, { id: number }),
      run: () => router.push(`${href}/${number}`),
    }));
  }
  return all.filter(({ label }) => label.toLocaleLowerCase().includes(wanted));
}

export function Commands({
  open,
  onClose,
  places,
  user,
  settings,
}: {
  open: boolean;
  onClose: () => void;
  places: readonly Place[];
  user: ShellUser | null;
  settings: Settings;
}) {
  const words = useTranslations('commands');
  return (
    <Dialog open={open} onClose={onClose} label={words('title')}>
      <CommandList onClose={onClose} places={places} user={user} settings={settings} />
    </Dialog>
  );
}

function CommandList({
  onClose,
  places,
  user,
  settings,
}: {
  onClose: () => void;
  places: readonly Place[];
  user: ShellUser | null;
  settings: Settings;
}) {
  const words = useTranslations('commands');
  const list = useId();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const commands = useCommands(places, user, settings, text);
  const chosen = Math.min(active, commands.length - 1);

  function run(command: Command | undefined) {
    if (!command) return;
    onClose();
    command.run();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowDown') setActive(Math.min(chosen + 1, commands.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(chosen - 1, 0));
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) run(commands[chosen]);
    else return;
    event.preventDefault();
  }

  return (
    <div data-practice={user?.practice ?? undefined}>
      <input
        // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type in it
        autoFocus
        role="combobox"
        aria-label={words('search')}
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={chosen >= 0 ? `${list}-${chosen}` : undefined}
        placeholder={words('search')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        className="w-full border-b border-line bg-transparent px-4 py-3 text-body outline-none placeholder:text-muted"
      />
      <div role="listbox" id={list} aria-label={words('title')} className="max-h-80 overflow-y-auto p-1">
        {commands.map((command, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the combobox that owns the list
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the combobox, aria-activedescendant points here
          <div
            key={command.id}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === chosen}
            onClick={() => run(command)}
            onMouseMove={() => setActive(index)}
            className={`cursor-pointer rounded-control px-3 py-2 ${index === chosen ? 'bg-accent-soft' : ''}`}
          >
            {command.label}
          </div>
        ))}
      </div>
      {commands.length === 0 && <p className="px-4 pb-4 text-muted">{words('empty')}</p>}
    </div>
  );
}
