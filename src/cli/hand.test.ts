import { expect, it } from 'vitest';
import { commandHand } from './hand.ts';

it('keeps a command as it was given, but for secrets', () => {
  const argv = [
    'read',
    'pile/',
    'https://ana:pw@wire.example/a?x=1',
    '--case',
    'port.case',
    '--api-key',
    'k',
    '--token=t',
  ];
  expect(commandHand(argv, '/home/ana')).toEqual({
    kind: 'command',
    words: ['read', 'pile/', 'https://…@wire.example/a?x=1', '--case', 'port.case', '--api-key', '…', '--token=…'],
    folder: '/home/ana',
  });
});

it('takes no path for a secret', () => {
  const { words } = commandHand(['read', 'keys/token.txt', '--thorough', 'a@b.txt'], '/') as {
    readonly words: unknown;
  };
  expect(words).toEqual(['read', 'keys/token.txt', '--thorough', 'a@b.txt']);
});
