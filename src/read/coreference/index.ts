export { linkMentions } from './link-mentions.ts';
