import { Input } from 'antd';
import { useEffect, useState } from 'react';

/** How long after the last key is searched. */
const AFTER_MS = 300;

/** What is typed goes into the address a moment after the last key, so that every key is not an address. */
export function SearchWords({ q, label, onChange }: { q: string; label: string; onChange: (q: string) => void }) {
  const [typed, setTyped] = useState(q);
  const [asked, setAsked] = useState(q);
  if (asked !== q) {
    // The address changed by itself, or by what was typed: only the former changes what stands here.
    setAsked(q);
    if (typed.trim() !== q) setTyped(q);
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing searches, not a new callback
  useEffect(() => {
    if (typed.trim() === q) return;
    const timer = setTimeout(() => onChange(typed.trim()), AFTER_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <Input
      allowClear
      maxLength={80}
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onPressEnter={() => onChange(typed.trim())}
    />
  );
}
