import type { Format } from '../format.ts';
import { isMail, isMailbox, isSavedPage } from './head.ts';

export const MAILBOX: Format = {
  what: 'a mailbox',
  mediaTypes: ['application/mbox'],
  endings: ['mbox', 'mbx'],
  isIt: isMailbox,
  size: 'container',
  load: async () => (await import('./read-mailbox.ts')).readMailbox,
};

export const SAVED_PAGE: Format = {
  what: 'a saved page',
  mediaTypes: ['multipart/related', 'application/x-mimearchive'],
  endings: ['mht', 'mhtml'],
  isIt: isSavedPage,
  size: 'pages',
  load: async () => (await import('./read-saved-page.ts')).readSavedPage,
};

export const MAIL: Format = {
  what: 'an e-mail',
  mediaTypes: ['message/rfc822', 'message/global'],
  endings: ['eml', 'emlx'],
  isIt: isMail,
  size: 'pages',
  load: async () => (await import('./read-mail.ts')).readMail,
};
