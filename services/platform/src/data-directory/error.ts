export type DataDirectoryErrorCode =
  | 'DIRECTORY_UNWRITABLE' // {directory, problem}
  | 'DIRECTORY_NOT_A_DIRECTORY' // {directory}
  | 'DIRECTORY_FOREIGN' // {directory, found}: it holds what is not ours
  | 'DIRECTORY_MARKER_UNREADABLE' // {directory}
  | 'DIRECTORY_NEWER' // {directory, format, understood}
  | 'DIRECTORY_OTHER_MODE' // {directory, mode, asked}
  | 'DIRECTORY_IN_USE'; // {directory}

const lines: Record<DataDirectoryErrorCode, string> = {
  DIRECTORY_UNWRITABLE: '数据目录不可写 / the data directory cannot be written',
  DIRECTORY_NOT_A_DIRECTORY: '数据目录的路径上是一个文件 / the data directory is a file',
  DIRECTORY_FOREIGN: '目录非空且不属于联域，请另选 / the directory holds something else; choose another',
  DIRECTORY_MARKER_UNREADABLE: '数据目录的标记 lianyu.json 已损坏 / its marker lianyu.json is damaged',
  DIRECTORY_NEWER: '数据目录由更新的版本写成 / the data directory was written by a newer version',
  DIRECTORY_OTHER_MODE: '演示数据与正式数据不得混用：正式系统须加 --empty / demonstration and real data are kept apart: --empty is for real data',
  DIRECTORY_IN_USE: '数据目录正被另一进程使用 / another process uses the data directory',
};

/** The data directory cannot be claimed. `message` is one line for stderr; `code` and `data` are for programs. */
export class DataDirectoryError extends Error {
  readonly code: DataDirectoryErrorCode;
  readonly data: Readonly<Record<string, string>>;

  constructor(code: DataDirectoryErrorCode, data: Readonly<Record<string, string>>, cause?: unknown) {
    super(`${code}: ${lines[code]} (${JSON.stringify(data)})`, { cause });
    this.name = 'DataDirectoryError';
    this.code = code;
    this.data = data;
  }
}
