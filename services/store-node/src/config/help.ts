/** What `--help` prints. */
export const help = `联域事件库节点 / Lianyu store node: the embedded event store over EventStoreDB's gRPC protocol v1

  npm run store-node -- --data DIR --port N [options]
  npm run store-node -- --set-password NAME --users FILE [--groups A,B]     口令从标准输入读取 / the password is read from standard input

  --data DIR          数据目录，内有 events.sqlite / data directory; it holds events.sqlite
  --port N            监听端口，0 为任意空闲端口 / port, 0 for any free one
  --host ADDRESS      监听地址，默认 127.0.0.1；其他地址须有 TLS 和用户，或 --insecure
                      address to listen on; others than this machine's need TLS and users, or --insecure
  --tls-cert FILE     证书链，PEM / certificate chain, PEM
  --tls-key FILE      私钥，PEM / private key, PEM
  --users FILE        用户文件；有此文件则不接受未认证的调用 / file of users; with it no call is served without credentials
  --ledger A,B        新建事件库的账本类别，默认为平台的类别 / ledger categories of a new store; without it the platform's
  --insecure          允许在网络上明文、无认证地监听 / allow listening on a network in the clear or without users
  --set-password NAME 新增用户或更改口令 / add a user or change their password
  --groups A,B        该用户的组，$admins 为管理员 / the user's groups; $admins may do everything

监听后打印一行 READY 与连接串 / prints one line, READY and the connection string, when it listens
退出码 / exit codes: 2 配置 configuration, 3 数据目录 directory, 4 端口 port, 6 事件库 event store
`;
