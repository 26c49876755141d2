/** The design system's only door. */
export { Badge, type BadgeTone, BandBadge, type BandLevel, bandColour, bandLevels } from './badge.tsx';
export { Button, type ButtonKind, buttonClass, IconButton } from './button.tsx';
export { Choice, type ChoiceOption } from './choice.tsx';
export { classNames } from './class-names.ts';
export { type CsvTable, csvText } from './csv-text.ts';
export { Dialog } from './dialog.tsx';
export { Disclosure } from './disclosure.tsx';
export { DownloadCsv, DownloadSvg } from './download.tsx';
export { Field, Select } from './field.tsx';
export { Figure } from './figure.tsx';
export { CheckIcon, ChevronIcon, CloseIcon, DownloadIcon, MenuIcon, SearchIcon } from './icons.tsx';
export { isTyping } from './is-typing.ts';
export { Kbd } from './kbd.tsx';
export { Empty, Notice } from './notice.tsx';
export { Progress } from './progress.tsx';
export { Cell, HeaderCell, Row, Table } from './table.tsx';
export { Term } from './term.tsx';
export { useListKeys } from './use-list-keys.ts';
