/** What `--help` prints. */
export const help = `联域 Lianyu

  npm start                 启动，附演示数据 / start with demonstration data
  npm start -- --empty      启动空的正式系统，打印两名管理员的一次性链接 / start for real: prints one-time links for two administrators
  npm start -- --help       本页 / this page

环境变量 / environment variables (默认值 / default)

  PORT=8080                 监听端口，0 为任意空闲端口 / port, 0 for any free one
  HOST=127.0.0.1            监听地址 / address to listen on; others than this machine's need --empty and PUBLIC_ORIGIN
  PUBLIC_ORIGIN             浏览器所用的来源 / where browsers find it, https://example.cn
  TRUSTED_PROXIES           反向代理地址，逗号分隔 / reverse proxies whose X-Forwarded-For is believed
  DATA_DIR=./data           数据目录 / data directory
  EVENT_STORE_URL           事件库的连接串，默认为数据目录内的嵌入式库 / esdb://… of an event store; without it one is embedded in DATA_DIR
  VAULT_KEY_FILE            主密钥文件，默认为数据目录旁的 <DATA_DIR>.vault-key / master key, beside the data directory
  LOG_LEVEL=info            fatal, error, warn, info, debug, trace, silent
  SESSION_HOURS=12          会话最长时间 / longest session
  SESSION_IDLE_HOURS=8      无操作的会话何时结束 / end of an idle session
  SET_UP_LINK_HOURS=72      一次性链接的有效期 / validity of one-time links
  REQUESTS_PER_MINUTE=1200  每个会话的请求上限 / requests per session
  SIGN_INS_PER_MINUTE=30    每个地址的登录上限 / sign-ins per address

空系统的设立机构 / who founds an empty installation

  OFFICE_ID, OFFICE_NAME, OFFICE_NAME_EN, OFFICE_SHORT_NAME, OFFICE_SHORT_NAME_EN, OFFICE_LEVEL, OFFICE_REGION_CODE
  ADMINISTRATOR_1_NAME, ADMINISTRATOR_1_SIGN_IN, ADMINISTRATOR_2_NAME, ADMINISTRATOR_2_SIGN_IN

退出码 / exit codes: 2 配置 configuration, 3 数据目录 directory, 4 端口 port, 5 保险库 vault, 6 事件库 event store
`;
