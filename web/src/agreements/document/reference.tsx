/** English beside the Chinese that is signed: for reference, and set so that nobody takes it for the text. */
export function Reference({ lines, centre = false }: { lines: readonly string[]; centre?: boolean }) {
  return (
    <div className={`reference${centre ? ' centre' : ''}`} lang="en">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
        <p key={index}>{line}</p>
      ))}
    </div>
  );
}
