import type { Command } from './command.ts';

/** What `npm run auditor` prints by itself. */
export function helpPage(commands: readonly Command[]): string {
  const widest = Math.max(...commands.map(({ name }) => name.length));
  return `联域审计 / Lianyu auditor: 只读事件日志，可与运行中的服务并用 / reads the log alone, also beside a running server

${commands.map(({ name, summary }) => `  npm run auditor -- ${name.padEnd(widest)}   ${summary.zh} / ${summary.en}`).join('\n')}

  --json              一行 JSON 输出到标准输出 / one line of JSON on standard output
  --language zh|en    文字 / words (zh)
  --data <目录>       数据目录，默认 DATA_DIR 或 ./data / data directory
  --help              本页，或某命令的说明 / this page, or that of a command

退出码 / exit codes: 0 无异常 as it should be, 1 有发现 something was found, 2 用法 usage, 3 没有该项 not in the log, 4 日志打不开 the log cannot be opened`;
}
