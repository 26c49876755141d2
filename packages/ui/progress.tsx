/** How far long work has come. */

/** `fraction` from 0 to 1; `label` names the work for screen readers, `value` says the figure in words. */
export function Progress({ fraction, label, value }: { fraction: number; label: string; value: string }) {
  const share = Math.min(1, Math.max(0, fraction));
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 100)}
      aria-valuetext={value}
      className="h-1.5 w-full overflow-hidden rounded-control bg-line"
    >
      <div
        className="h-full bg-accent transition-[width] duration-150"
        style={{ width: `${share * 100}%` }}
      />
    </div>
  );
}
