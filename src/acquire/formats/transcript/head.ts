/** The first letters of a file, as far as Latin letters, digits and marks go; zero bytes of UTF-16 and byte-order marks left out. */
const firstLetters = (head: Uint8Array): string =>
  Buffer.from(head.filter((byte) => byte !== 0))
    .toString('latin1')
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '');

const CLOCK = String.raw`(?:\d{1,4}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?`;
const CAPTIONS = new RegExp(
  String.raw`^WEBVTT(?:[ \t\r\n]|$)|^\s*(?:\d{1,6}[ \t]*\r?\n)?[ \t]*${CLOCK}[ \t]*-->[ \t]*\d|^\s*\d{1,2}:\d{2}:\d{2}\.\d{3},\d{1,2}:\d{2}:\d{2}\.\d{3}\s*\n`,
);

/** Whether bytes begin as WebVTT, SubRip (SRT) or YouTube's SBV do. */
export const isCaptions = (head: Uint8Array): boolean => CAPTIONS.test(firstLetters(head));

/**
 * Whether bytes may be a transcript in JSON: an object with one of the lists that transcripts have among its first keys, or that
 * begins with a long text, as Whisper's do. Its reader looks again.
 */
export const isTranscriptJson = (head: Uint8Array): boolean => {
  const text = firstLetters(head).trimStart();
  if (!text.startsWith('{')) return false;
  return /"(?:segments|utterances)"\s*:\s*\[\s*(?:\{|$)/.test(text) || /^\{\s*"text"\s*:\s*"[^"]{200}/.test(text);
};
