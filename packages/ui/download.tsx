'use client';
/** Takes what is on the screen along: the numbers as CSV, the picture as SVG, a text as Markdown. */
import type { RefObject } from 'react';
import { type CsvTable, csvText } from './csv-text.ts';
import { DownloadIcon } from './icons.tsx';
import { svgText } from './svg-text.ts';

function save(name: string, type: string, text: string) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

const look =
  'inline-flex items-center gap-1.5 rounded-control px-1 py-1 text-small text-muted hover:bg-hover hover:text-ink';

/** `file` without its ending. */
export function DownloadCsv({
  file,
  table,
  label = 'CSV',
}: {
  file: string;
  table: CsvTable;
  label?: string;
}) {
  return (
    <button
      type="button"
      className={look}
      onClick={() => save(`${file}.csv`, 'text/csv;charset=utf-8', csvText(table))}
    >
      <DownloadIcon />
      {label}
    </button>
  );
}

/** `file` without its ending. */
export function DownloadMarkdown({
  file,
  text,
  label = 'Markdown',
}: {
  file: string;
  text: string;
  label?: string;
}) {
  return (
    <button
      type="button"
      className={look}
      onClick={() => save(`${file}.md`, 'text/markdown;charset=utf-8', text)}
    >
      <DownloadIcon />
      {label}
    </button>
  );
}

/** Saves the first visible drawing inside `picture` with its present colours written into it. */
export function DownloadSvg({
  file,
  picture,
  label = 'SVG',
}: {
  file: string;
  picture: RefObject<HTMLElement | null>;
  label?: string;
}) {
  return (
    <button
      type="button"
      className={look}
      onClick={() => {
        // A chart may hold a wide and a narrow drawing, one of them out of sight.
        const drawings = [...(picture.current?.querySelectorAll<SVGSVGElement>('svg') ?? [])];
        const svg = drawings.find((drawing) => drawing.getClientRects().length > 0);
        if (svg) save(`${file}.svg`, 'image/svg+xml', svgText(svg));
      }}
    >
      <DownloadIcon />
      {label}
    </button>
  );
}
