export { type Attachment, attachments, attachmentsText } from './attachments.ts';
export { clauseLibrary, type LibraryClause } from './library.ts';
export { type Subject, subjectOf, subjects, subjectsSource, type Words } from './subjects.ts';
export { type AgreementTemplate, agreementTemplates, neededSubjects } from './templates.ts';
