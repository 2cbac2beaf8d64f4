export * from './add.ts';
export { calendarVersion, type Day, dayOf, publishedYears } from './calendar.ts';
