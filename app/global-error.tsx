'use client';
/** The last resort, where even the shell could not be rendered: no words are loaded, so it says it in both languages. */
import './globals.css';
import { Button } from '@praxis/ui';
import { en } from './words/en.ts';
import { zh } from './words/zh.ts';

export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const code = error.digest ?? '–';
  return (
    <html lang="en">
      <body>
        <main className="mx-auto flex max-w-prose flex-col items-start gap-6 px-4 py-16">
          {[en.states, zh.states].map((words, index) => (
            <section
              key={words.errorTitle}
              lang={index === 0 ? 'en' : 'zh-Hans'}
              className="flex flex-col gap-2"
            >
              <h1 className="text-title">{words.errorTitle}</h1>
              <p>{words.error.replace('{code}', code)}</p>
            </section>
          ))}
          <Button onClick={reset}>{`${en.states.tryAgain} · ${zh.states.tryAgain}`}</Button>
        </main>
      </body>
    </html>
  );
}
