/** The few signs that the house draws, 16 by 16, in the colour of the text beside them. */
import type { ComponentProps } from 'react';

function Icon({ children, ...rest }: ComponentProps<'svg'>) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      {...rest}
    >
      {children}
    </svg>
  );
}

export function ChevronIcon(props: ComponentProps<'svg'>) {
  return (
    <Icon {...props}>
      <path d="M6 3.5 10.5 8 6 12.5" />
    </Icon>
  );
}

export function MenuIcon(props: ComponentProps<'svg'>) {
  return (
    <Icon {...props}>
      <path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11" />
    </Icon>
  );
}

export function SearchIcon(props: ComponentProps<'svg'>) {
  return (
    <Icon {...props}>
      <circle cx="7" cy="7" r="4.25" />
      <path d="m10.25 10.25 3.25 3.25" />
    </Icon>
  );
}

export function CloseIcon(props: ComponentProps<'svg'>) {
  return (
    <Icon {...props}>
      <path d="m4 4 8 8m0-8-8 8" />
    </Icon>
  );
}

export function CheckIcon(props: ComponentProps<'svg'>) {
  return (
    <Icon {...props}>
      <path d="m3 8.5 3.25 3.25L13 4.75" />
    </Icon>
  );
}

export function DownloadIcon(props: ComponentProps<'svg'>) {
  return (
    <Icon {...props}>
      <path d="M8 2.5v7.25m0 0L4.75 6.5M8 9.75l3.25-3.25M3 13h10" />
    </Icon>
  );
}
