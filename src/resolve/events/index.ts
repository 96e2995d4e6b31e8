export { type EventMention, type EventText, eventMentionOf, eventTextOf } from './event-mention.ts';
export { EVIDENCE, type Evidence } from './evidence.ts';
export { type ComparedMentions, compareAll, type EventGroup, groupEvents } from './group-events.ts';
