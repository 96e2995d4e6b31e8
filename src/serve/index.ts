export type { Job } from './job.ts';
export type { JournalEntry } from './journal-look.ts';
export type { DocumentMark, Note, NoteRelation, ReadingAnswer } from './reading-shapes.ts';
export type { CaseHead } from './routes/case.ts';
export type { DecisionAnswer, JournalPage, NewDecision } from './routes/decisions.ts';
export type { ItemAnswer } from './routes/lines.ts';
export type { NeighboursAnswer } from './routes/reading.ts';
export { type DeskSettings, makeApi, type RunningDesk, serveDesk } from './serve-desk.ts';
export type { ApiError } from './serve-error.ts';
