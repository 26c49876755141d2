'use client';
/** From a patient's page to the page that computes on the device, with the values that stand here. */
import Link from 'next/link';
import { type Handover, handOver } from './handover.ts';

export function PrivateScoreLink({
  href,
  label,
  handover,
}: {
  href: string;
  label: string;
  handover: Handover;
}) {
  return (
    <Link
      href={href}
      onClick={() => handOver(handover)}
      className="text-accent underline underline-offset-4 hover:text-ink"
    >
      {label}
    </Link>
  );
}
