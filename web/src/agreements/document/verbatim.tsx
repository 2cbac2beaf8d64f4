/** A text as it was stored, line by line: what another version of the renderer made is never made again. */
export function Verbatim({ text }: { text: string }) {
  const [title = '', ...lines] = text.trimEnd().split('\n');
  return (
    <div lang="zh-CN">
      <h1>{title}</h1>
      {lines.map((line, index) => {
        const heading = /^第[〇零一二三四五六七八九十百]+条 /.test(line);
        const Line = heading ? 'h2' : 'p';
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
        return <Line key={index}>{line}</Line>;
      })}
    </div>
  );
}
