'use client';
/** The list of keys, shown on `?`. */
import { CloseIcon, Dialog, IconButton, Kbd, usePageKeys } from '@praxis/ui';
import { useTranslations } from 'next-intl';

const keys = [
  { word: 'help', keys: ['?'] },
  { word: 'search', keys: ['/'] },
  { word: 'commands', keys: ['Ctrl', 'K'] },
  { word: 'next', keys: ['j'] },
  { word: 'previous', keys: ['k'] },
  { word: 'open', keys: ['Enter'] },
  { word: 'close', keys: ['Esc'] },
] as const;

export function KeysDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const words = useTranslations('keys');
  const shell = useTranslations('shell');
  const ofPage = usePageKeys();
  const house = keys.map((entry) => ({ keys: entry.keys, label: words(entry.word) }));
  return (
    <Dialog open={open} onClose={onClose} label={words('title')} className="w-[min(24rem,calc(100vw-2rem))]">
      <div className="flex items-center justify-between border-b border-line py-2 pr-2 pl-4">
        <h2 className="text-body">{words('title')}</h2>
        <IconButton label={shell('close')} onClick={onClose}>
          <CloseIcon />
        </IconButton>
      </div>
      <dl className="px-4 py-2">
        {[...ofPage, ...house].map((entry) => (
          <div key={entry.label} className="flex items-center justify-between gap-4 py-1.5">
            <dt>{entry.label}</dt>
            <dd className="flex gap-1">
              {entry.keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
