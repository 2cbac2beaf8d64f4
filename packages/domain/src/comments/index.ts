export * from './commands.ts';
export { commentDecider, MOST_ANSWERS, MOST_COMMENTS, mayComment } from './decide.ts';
export * from './events.ts';
export { type CommentsState, noComments, type Said, type Thread } from './state.ts';
