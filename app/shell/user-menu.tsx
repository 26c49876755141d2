'use client';
/** Who is signed in, with the settings one press away. */
import { Button, Kbd, Popover, PopoverClose } from '@praxis/ui';
import { useTranslations } from 'next-intl';
import type { ShellUser } from './place.ts';
import { SettingsPanel } from './settings-panel.tsx';
import type { Settings } from './use-settings.ts';

export function Who({ user }: { user: ShellUser }) {
  const roles = useTranslations('roles');
  return (
    <span className="block min-w-0">
      <span className="block truncate text-ink">{user.name}</span>
      <span className="block truncate text-small text-muted">{roles(user.role)}</span>
    </span>
  );
}

export function UserMenu({
  user,
  settings,
  onKeys,
}: {
  user: ShellUser;
  settings: Settings;
  onKeys: () => void;
}) {
  const words = useTranslations('shell');
  return (
    <Popover
      side="top"
      trigger={
        <button
          type="button"
          className="rounded-control px-2.5 py-1.5 text-left hover:bg-hover data-[state=open]:bg-hover"
        >
          <span className="sr-only">{words('settings')}: </span>
          <Who user={user} />
        </button>
      }
    >
      <div className="flex flex-col gap-4">
        <SettingsPanel settings={settings} showUnits={user.seesPatients} />
        <hr className="border-line" />
        <div className="flex justify-between">
          <PopoverClose>
            <Button kind="quiet" onClick={onKeys}>
              {words('keys')} <Kbd>?</Kbd>
            </Button>
          </PopoverClose>
          <Button onClick={() => void settings.signOut()}>{words('signOut')}</Button>
        </div>
      </div>
    </Popover>
  );
}

/** For people who are not signed in. */
export function SettingsButton({ settings }: { settings: Settings }) {
  const words = useTranslations('shell');
  return (
    <Popover align="end" trigger={<Button kind="quiet">{words('settings')}</Button>}>
      <SettingsPanel settings={settings} showUnits={false} />
    </Popover>
  );
}
