'use client';
/** Who is signed in, with the settings one press away. */
import { Button, Kbd } from '@praxis/ui';
import { useTranslations } from 'next-intl';
import { Popover } from 'radix-ui';
import type { ShellUser } from './place.ts';
import { SettingsPanel } from './settings-panel.tsx';
import type { Settings } from './use-settings.ts';

export function Who({ user }: { user: ShellUser }) {
  const roles = useTranslations('roles');
  return (
    <div className="min-w-0">
      <p className="truncate text-ink">{user.name}</p>
      {roles.has(user.role) && roles(user.role) !== user.name && (
        <p className="truncate text-small text-muted">{roles(user.role)}</p>
      )}
    </div>
  );
}

const panel =
  'z-40 w-72 rounded-panel border border-line-strong bg-surface p-4 text-ink shadow-none outline-none';

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
    <Popover.Root>
      <Popover.Trigger
        aria-label={words('settings')}
        className="rounded-control px-2.5 py-1.5 text-left hover:bg-hover data-[state=open]:bg-hover"
      >
        <Who user={user} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content side="top" align="start" sideOffset={8} collisionPadding={12} className={panel}>
          <div className="flex flex-col gap-4">
            <SettingsPanel settings={settings} showUnits={user.seesPatients} />
            <hr className="border-line" />
            <div className="flex justify-between">
              <Popover.Close asChild>
                <Button kind="quiet" onClick={onKeys}>
                  {words('keys')} <Kbd>?</Kbd>
                </Button>
              </Popover.Close>
              <Button onClick={() => void settings.signOut()}>{words('signOut')}</Button>
            </div>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** For people who are not signed in. */
export function SettingsButton({ settings }: { settings: Settings }) {
  const words = useTranslations('shell');
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <Button kind="quiet">{words('settings')}</Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content align="end" sideOffset={4} collisionPadding={12} className={panel}>
          <SettingsPanel settings={settings} showUnits={false} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
