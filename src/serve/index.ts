export type { CaseHead } from './routes/case.ts';
export type { ItemAnswer } from './routes/lines.ts';
export { type DeskSettings, makeApi, type RunningDesk, serveDesk } from './serve-desk.ts';
export type { ApiError } from './serve-error.ts';
