export { ApiError, del, get, post, put } from './api.ts';
export { type ConnectionState, LiveConnection } from './connection.ts';
export {
  LiveProvider,
  type Send,
  type Sent,
  type TopicView,
  useConnection,
  useNoticed,
  usePending,
  usePresence,
  useRows,
  useSend,
} from './provider.tsx';
export { LiveStore, type TopicRows } from './store.ts';
