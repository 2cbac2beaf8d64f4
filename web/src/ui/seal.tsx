import { useId } from 'react';

/** A round seal in cinnabar, the one place for that colour: the name around, a star inside. */
export function Seal({ name, size = 132, label }: { name: string; size?: number; label: string }) {
  const id = useId();
  const glyphs = Math.max(name.length, 6);
  return (
    <svg className="seal" width={size} height={size} viewBox="0 0 132 132" role="img" aria-label={label}>
      <defs>
        <path id={id} d="M 20 82 A 50 50 0 1 1 112 82" />
      </defs>
      <circle cx="66" cy="66" r="62" fill="none" stroke="currentColor" strokeWidth="3.5" />
      <text fill="currentColor" fontSize={Math.min(15, 190 / glyphs)} fontWeight="600" textLength={glyphs > 8 ? 165 : undefined}>
        <textPath href={`#${id}`} startOffset="50%" textAnchor="middle">
          {name}
        </textPath>
      </text>
      <path fill="currentColor" d="M66 44l5.4 16.6h17.4L74.7 70.8l5.4 16.6L66 77.2 51.9 87.4l5.4-16.6-14.1-10.2h17.4z" />
    </svg>
  );
}

/** Where a seal will stand. */
export function SealPlace({ label, size = 120 }: { label: string; size?: number }) {
  return (
    <svg className="seal" width={size} height={size} viewBox="0 0 132 132" role="img" aria-label={label} opacity="0.6">
      <circle cx="66" cy="66" r="60" fill="none" stroke="currentColor" strokeWidth="2.5" strokeDasharray="3 5" />
      <text x="66" y="71" textAnchor="middle" fontSize="13" fill="currentColor">
        {label}
      </text>
    </svg>
  );
}
