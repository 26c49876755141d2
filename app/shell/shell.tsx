'use client';
/** The frame around every page: where one is, where one can go, and the settings. */
import { Button, CloseIcon, Dialog, IconButton, Kbd, MenuIcon } from '@praxis/ui';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type ReactNode, useCallback, useState } from 'react';
import type { Preferences } from '../preferences/preferences.ts';
import { Commands } from './commands.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { Navigation } from './navigation.tsx';
import type { Place, ShellUser } from './place.ts';
import { SettingsPanel } from './settings-panel.tsx';
import { useSettings } from './use-settings.ts';
import { useShellKeys } from './use-shell-keys.ts';
import { SettingsButton, UserMenu, Who } from './user-menu.tsx';

type Opened = 'keys' | 'commands' | 'menu' | null;

export function Shell({
  user,
  places,
  preferences,
  strip,
  children,
}: {
  user: ShellUser | null;
  places: readonly Place[];
  preferences: Preferences;
  /** Stands above every page while a model is trained. */
  strip: ReactNode;
  children: ReactNode;
}) {
  const words = useTranslations('shell');
  const settings = useSettings(preferences);
  const [opened, setOpened] = useState<Opened>(null);
  const close = useCallback(() => setOpened(null), []);
  useShellKeys({
    onHelp: useCallback(() => setOpened('keys'), []),
    onCommands: useCallback(() => setOpened('commands'), []),
  });

  return (
    <>
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-control bg-ink px-3 py-2 text-page focus:translate-y-0"
      >
        {words('skip')}
      </a>
      <div className={user ? 'lg:grid lg:min-h-dvh lg:grid-cols-[13rem_minmax(0,1fr)]' : ''}>
        <header
          data-print="hide"
          className={
            user
              ? 'flex items-center justify-between border-b border-line px-4 py-2 lg:sticky lg:top-0 lg:h-dvh lg:flex-col lg:items-stretch lg:justify-start lg:gap-6 lg:border-r lg:border-b-0 lg:px-3 lg:py-5'
              : 'flex items-center justify-between px-4 py-2 sm:px-8 sm:py-4'
          }
        >
          <div className={user ? 'lg:px-2.5' : ''}>
            <ProductMark />
          </div>
          {user && (
            <div className="hidden lg:contents">
              <Navigation places={places} />
              <div className="mt-auto flex flex-col gap-2">
                <button
                  type="button"
                  onClick={() => setOpened('commands')}
                  className="flex items-center justify-between rounded-control px-2.5 py-1.5 text-muted hover:bg-hover hover:text-ink"
                >
                  {words('commands')}
                  <span className="flex gap-1">
                    <Kbd>Ctrl</Kbd>
                    <Kbd>K</Kbd>
                  </span>
                </button>
                <UserMenu user={user} settings={settings} onKeys={() => setOpened('keys')} />
              </div>
            </div>
          )}
          {user ? (
            <IconButton label={words('menu')} onClick={() => setOpened('menu')} className="lg:hidden">
              <MenuIcon />
            </IconButton>
          ) : (
            <SettingsButton settings={settings} />
          )}
        </header>
        <div className="flex min-w-0 flex-col">
          {strip}
          <main id="content" tabIndex={-1} className="min-w-0 flex-1 px-4 py-6 outline-none sm:px-8 sm:py-8">
            {children}
          </main>
          <footer className="px-4 pb-4 text-small text-muted sm:px-8">{words('notMedical')}</footer>
        </div>
      </div>
      <Dialog open={opened === 'menu'} onClose={close} label={words('menu')} className="mt-4">
        <div className="flex flex-col gap-5 p-4">
          <div className="flex items-center justify-between">
            <ProductMark />
            <IconButton label={words('close')} onClick={close}>
              <CloseIcon />
            </IconButton>
          </div>
          <Navigation places={places} onNavigate={close} />
          <hr className="border-line" />
          {user && <Who user={user} />}
          <SettingsPanel settings={settings} showUnits={user?.seesPatients ?? false} />
          <Button onClick={() => void settings.signOut()}>{words('signOut')}</Button>
        </div>
      </Dialog>
      <KeysDialog open={opened === 'keys'} onClose={close} />
      <Commands
        open={opened === 'commands'}
        onClose={close}
        places={places}
        user={user}
        settings={settings}
      />
    </>
  );
}

function ProductMark() {
  const words = useTranslations();
  return (
    <Link href="/" className="text-title font-strong tracking-tight text-ink">
      {words('product')}
    </Link>
  );
}
