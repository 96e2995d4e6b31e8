import type { Hand } from '../model/index.ts';

const SECRET_FLAG = /^--?[a-z-]*(?:pass|token|secret|key|cookie|auth)[a-z-]*(=|$)/i;
/** Who logs in, between `//` and `@`. */
const LOGIN = /^([a-z][a-z0-9+.-]*:\/\/)[^/@\s]*@/i;
const LEFT_OUT = '…';

/** A command as the custody log keeps it: the values of flags that hold secrets, and log-ins in addresses, are left out. */
export const commandHand = (argv: readonly string[], folder: string): Hand => {
  const words = argv.map((word, at) => {
    const flag = SECRET_FLAG.exec(word);
    if (flag?.[1] === '=') return `${word.slice(0, word.indexOf('='))}=${LEFT_OUT}`;
    const before = SECRET_FLAG.exec(argv[at - 1] ?? '');
    if (before?.[1] === '' && !word.startsWith('-')) return LEFT_OUT;
    return word.replace(LOGIN, `$1${LEFT_OUT}@`);
  });
  return { kind: 'command', words, folder };
};
