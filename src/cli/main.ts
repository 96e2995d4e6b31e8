import { readFileSync } from 'node:fs';
import { availableParallelism, userInfo } from 'node:os';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { WatchTrial } from './commands/watch.ts';
import { commandHand } from './hand.ts';
import { exitCodeOf, printError } from './report-error.ts';
import { processTerminal, type Terminal } from './terminal.ts';

/** What `backchannel` was called with and where it prints. */
export interface Invocation {
  readonly argv: readonly string[];
  readonly terminal: Terminal;
  /** Stops a reading in good order. */
  readonly signal: AbortSignal;
  /** How tests hold a watch. */
  readonly watchTrial?: WatchTrial;
}

const version = (): string =>
  (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version;

/** Null where the system knows no name, as in some containers. */
const userName = (): string | undefined => {
  try {
    return userInfo().username || undefined;
  } catch {
    return undefined;
  }
};

const wholeNumber = (value: string): number => {
  if (!/^[1-9]\d{0,3}$/.test(value)) throw new InvalidArgumentError('Expected a whole number from 1 to 9999.');
  return Number(value);
};

const portNumber = (value: string): number => {
  const port = Number(value);
  if (!/^\d{1,5}$/.test(value) || port > 65_535)
    throw new InvalidArgumentError('Expected a port from 1 to 65535, or 0 for one that is free.');
  return port;
};

const score = (value: string): number => {
  const number = Number(value);
  if (!(number >= 0 && number <= 1) || value.trim() === '')
    throw new InvalidArgumentError('Expected a number from 0 to 1.');
  return number;
};

const TIMES: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

const duration = (value: string): number => {
  const match = /^(\d{1,6}(?:\.\d{1,3})?)\s*([smhd])$/i.exec(value);
  const milliseconds = Number(match?.[1]) * (TIMES[match?.[2]?.toLowerCase() ?? ''] ?? 1);
  if (!match || milliseconds < 500 || milliseconds > 30 * 86_400_000)
    throw new InvalidArgumentError('Expected a time like 30s, 15m, 2h or 1d, from half a second to 30 days.');
  return milliseconds;
};

const UNITS: Readonly<Record<string, number>> = { '': 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

const size = (value: string): number => {
  const match = /^(\d{1,12}(?:\.\d{1,3})?)\s*([kmg]?)i?b?$/i.exec(value);
  const bytes = Math.floor(Number(match?.[1]) * (UNITS[match?.[2]?.toLowerCase() ?? ''] ?? 1));
  // A file is held as one string, and no string is longer.
  if (!match || bytes < 1 || bytes > 400 * 1024 ** 2) {
    throw new InvalidArgumentError('Expected a size like 20MB, 500KB or 1000000, at most 400MB.');
  }
  return bytes;
};

// Of commands that read: each wants options of its own.
const workersOption = (): Option =>
  new Option('-w, --workers <number>', 'how many processor cores to read with')
    .argParser(wholeNumber)
    .default(availableParallelism(), 'the number of cores');
const contactOption = (): Option =>
  new Option('--contact <who>', 'address or e-mail that is told to the hosts of pages').env('BACKCHANNEL_CONTACT');
const maxSizeOption = (): Option =>
  new Option('--max-size <size>', 'refuse larger files').argParser(size).default(undefined, '20MB');

const examples = (...lines: readonly string[]): string =>
  `\nExamples:\n${lines.map((line) => `  $ backchannel ${line}\n`).join('')}`;

/** The commands. Each loads its code when it is called, so that `--help` answers at once. */
const makeProgram = ({ terminal, signal, argv, watchTrial }: Invocation, finish: (code: number) => void): Command => {
  const program = new Command('backchannel')
    .description(
      'Reads a pile of reporting about talks and deals made out of sight, and builds a case that can be checked line by line.',
    )
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .addHelpText(
      'after',
      examples(
        'demo',
        'read clippings/ --case talks.case',
        'show talks.case meetings',
        'brief talks.case --out talks.html',
      ) +
        '\nExit codes: 0 done; 1 done, but some inputs were refused or some rows do not hold; 2 wrong usage; 3 nothing could be done.\nNothing leaves this machine unless you name an address to be read or watched.',
    );

  program
    .command('read')
    .description('add files, folders and web pages to a case (made if new), or print what is read in them')
    .argument(
      '[paths...]',
      'files and folders: text, pages, PDF, Word, mail, transcripts, tables, archives; addresses of pages',
    )
    .option('-c, --case <file>', 'case file to add to; with no path, what an older version has read is read again')
    .option('--json', 'no case: print one reading a line, in the order given')
    .option(
      '-b, --beat <beat>',
      "what to read for: the name of a shipped beat (diplomacy, takeovers), or the folder of your own (default: the case's, else diplomacy)",
    )
    .addOption(new Option('--careful', 'take only what the reader is sure of (the default)').conflicts('thorough'))
    .addOption(new Option('--thorough', 'take more, of which more is wrong; what the case has is read again'))
    .addOption(workersOption())
    .addOption(contactOption())
    .option('--private-hosts', 'pages named here may be of this machine or its own network')
    .option('--no-originals', 'keep no copies of the files in the case, only their texts and hashes')
    .addOption(maxSizeOption())
    .addHelpText(
      'after',
      `${examples(
        'read clippings/ --case talks.case',
        'read https://courier.example/talks --case talks.case',
        'read a.txt b.html --json > readings.jsonl',
        'read big/ --case big.case --workers 8',
        'read clippings/ --case leads.case --thorough',
        'read clippings/ --case bids.case --beat takeovers',
        'read clippings/ --case port.case --beat ./my-beat',
      )}\nReading the same folder again changes nothing; stopped or killed, it goes on where it was when run again.`,
    )
    .action(async (paths: string[], options) => {
      const { readCommand } = await import('./commands/read.ts');
      finish(await readCommand(paths, { ...options, how: commandHand(argv, process.cwd()) }, terminal, signal));
    });

  program
    .command('watch')
    .description(
      'go on by itself: look at feeds, folders and pages, read what is new into a case, and tell what has changed',
    )
    .argument(
      '[sources...]',
      'feeds, folders, pages, or a file that names addresses, one a line; by default those of last time',
    )
    .requiredOption('-c, --case <file>', 'case file to add to; made if new')
    .addOption(
      new Option('-e, --every <time>', 'how often to look: 30s, 15m, 2h')
        .argParser(duration)
        .default(undefined, '2s for folders, 15m for feeds, 1h for pages'),
    )
    .option('--once', 'look once, tell what has changed since the last time, and end')
    .option('--json', 'tell each notice as one line of JSON')
    .option('--feed <file>', 'write what was told as an Atom feed, for any feed reader')
    .option('--run <command>', 'run a command for each notice, which it gets as JSON on standard input')
    .option('--shell', 'give the command of --run to a shell')
    .option('--list', 'print what is watched, and end')
    .option('-b, --beat <beat>', "what to read for (default: the case's, else diplomacy)")
    .option('--thorough', 'take more, of which more is wrong; what the case has is read again')
    .addOption(workersOption())
    .addOption(contactOption())
    .option('--private-hosts', 'sources named here may be of this machine or its own network')
    .option('--no-originals', 'keep no copies of what is read in the case, only texts and hashes')
    .addOption(maxSizeOption())
    .addHelpText(
      'after',
      `${examples(
        'watch clippings/ --case talks.case',
        'watch https://ledger.example/world.rss clippings/ --case talks.case',
        'watch sources.txt --case talks.case --feed talks.atom',
        'watch https://ministry.example/statement --case talks.case --every 30m',
        'watch clippings/ --case talks.case --run "notify-send Backchannel"',
        'watch --case talks.case --once --json',
        'watch --case talks.case --list',
      )}\nWhat a source holds at the first look is read and not told one by one; what comes from then on is. Stopped or killed, it goes on where it\nwas when started again: nothing is read twice, nothing is missed. Only the addresses named here, and the pages that feeds name, are asked for.`,
    )
    .action(async (sources: string[], options) => {
      const { watchCommand } = await import('./commands/watch.ts');
      finish(await watchCommand(sources, options, terminal, signal, watchTrial));
    });

  program
    .command('show')
    .description('print a ledger, an entity, a document or a finding as tables')
    .argument('<file>', 'case file')
    .argument(
      '[what]',
      'a list (meetings, deals, ...), or entity, document, finding, claim, ... followed by a name or id; captures, versions or changes of pages',
    )
    .argument('[name...]', 'name or id of what to show, or words of a row')
    .addHelpText(
      'after',
      examples(
        'show talks.case',
        'show talks.case meetings',
        'show talks.case entity "Adrian Pellegrane"',
        'show talks.case document a.txt',
        'show talks.case meeting Pellegrane Varsen',
        'show talks.case matrix',
        'show talks.case finding finding-0123456789ab',
        'show talks.case versions https://courier.example/talks',
        'show talks.case changes',
      ),
    )
    .action(async (file: string, what: string | undefined, name: readonly string[]) => {
      const { showCommand } = await import('./commands/show.ts');
      finish(await showCommand(file, what, name.length === 0 ? undefined : name.join(' '), terminal));
    });

  program
    .command('diff')
    .description('print where the texts of two documents of a case differ, word by word')
    .argument('<file>', 'case file')
    .argument('<before>', 'id or path of a document')
    .argument('<after>', 'id or path of another')
    .addHelpText('after', examples('diff talks.case doc-0123456789ab doc-ba9876543210', 'diff talks.case a.txt b.txt'))
    .action(async (file: string, before: string, after: string) => {
      const { diffCommand } = await import('./commands/pages.ts');
      finish(await diffCommand(file, before, after, terminal));
    });

  program
    .command('brief')
    .description('write the report of a case, every sentence footnoted to quotes')
    .argument('<file>', 'case file')
    .requiredOption('-o, --out <file>', 'where to write it: .html (one self-contained page) or .md')
    .addHelpText('after', examples('brief talks.case --out talks.html', 'brief talks.case --out talks.md'))
    .action(async (file: string, options: { readonly out: string }) => {
      const { briefCommand } = await import('./commands/brief.ts');
      finish(await briefCommand(file, options.out, terminal));
    });

  program
    .command('export')
    .description('print the whole case as one JSON object, or write its captured pages as a web archive')
    .argument('<file>', 'case file')
    .addOption(
      new Option('-f, --format <format>', 'json: the case; wacz: the pages as captured, with --out')
        .choices(['json', 'wacz'])
        .default('json'),
    )
    .option('-o, --out <file>', 'write it to a file')
    .addHelpText(
      'after',
      examples(
        'export talks.case --format json > talks.json',
        'export talks.case --out talks.json',
        'export talks.case --format wacz --out pages.wacz',
      ),
    )
    .action(async (file: string, options: { readonly format: string; readonly out?: string }) => {
      const { exportCommand, exportPagesCommand } = await import('./commands/export.ts');
      const write = options.format === 'wacz' ? exportPagesCommand : exportCommand;
      finish(await write(file, options.out ?? null, terminal));
    });

  program
    .command('desk')
    .description('open a case in the browser: served on this machine only, at an address with a token')
    .argument('<file>', 'case file')
    .option('-p, --port <number>', 'port of the loopback address', portNumber)
    .option('--no-open', 'print the address and leave the browser alone')
    .option('--no-originals', 'keep no copies of the files that are added')
    .option('-b, --beat <beat>', 'folder of your own beat, when documents are added to a case that was read with it')
    .addOption(
      new Option('--by <name>', 'who decides').env('BACKCHANNEL_ANALYST').default(userName(), 'your user name'),
    )
    .addHelpText(
      'after',
      `${examples('desk talks.case', 'desk talks.case --port 8080 --no-open', 'desk talks.case --by "A. Editor"')}\nThe first line it prints is the address. Whoever has it, token and all, can look at the case and decide: keep it to yourself.`,
    )
    .action(
      async (
        file: string,
        options: {
          readonly port?: number;
          readonly open: boolean;
          readonly originals: boolean;
          readonly by?: string;
          readonly beat?: string;
        },
      ) => {
        const { deskCommand } = await import('./commands/desk.ts');
        const { port = 0, by = 'analyst', ...rest } = options;
        finish(await deskCommand(file, { ...rest, port, by, version: version() }, terminal, signal));
      },
    );

  program
    .command('decide')
    .description('decide something of a case: kept in its journal, never overwritten, and taken back with undo')
    .argument('<file>', 'case file')
    .argument('<kind>', 'same, different, unsure; confirm, reject; correct; rate; note; suppose, hold-against; undo')
    .argument(
      '<about...>',
      'ids, names, "PATH: words" or PATH@START-END; last the grade (rate), the words (note) or what should stand (correct)',
    )
    .addOption(
      new Option('--by <name>', 'who decides').env('BACKCHANNEL_ANALYST').default(userName(), 'your user name'),
    )
    .option('--why <text>', 'the reason, for whoever reads the journal')
    .option('--value <value>', 'the grade, the words or what should stand, where it is not the last word')
    .addHelpText(
      'after',
      `${examples(
        'decide talks.case same "Adrian Pellegrane" "A. Pellegrane" --why "same post, same day"',
        'decide talks.case different "a.txt: Marek Voss" "b.txt: Marek Voss" --why "father and son"',
        'decide talks.case unsure entity-0123456789ab "the tall envoy"',
        'decide talks.case reject meeting-0123456789ab --why "satire"',
        'decide talks.case correct claim-0123456789ab date=2031-05-14 --why "the Monday before"',
        'decide talks.case correct claim-0123456789ab "participant=Adrian Pellegrane; entity-0123456789ab"',
        'decide talks.case rate "The Hethby Ledger" B',
        'decide talks.case rate claim-0123456789ab 2',
        'decide talks.case note "The Hethby Ledger" "ask for the tape"',
        'decide talks.case suppose "The envoy acts for the fund"',
        'decide talks.case hold-against decision-0123456789ab finding-0123456789ab II',
        'decide talks.case undo decision-0123456789ab',
      )}\nsame joins, different keeps apart, unsure keeps apart and lists it as open. A rejected claim counts for nothing; a confirmed one\nadds no origin. What is corrected in a claim (its date, or who fills a role; "none" for nothing) is reckoned with everywhere; the reading stays,\nand the row says who corrected it and why. Sources are rated A to F (how reliable), claims 1 to 6 (how credible).\nsuppose sets up a hypothesis; claims are held against it as CC, C, N, NA, I or II (very consistent to very inconsistent).`,
    )
    .action(
      async (
        file: string,
        kind: string,
        about: string[],
        options: { readonly by?: string; readonly why?: string; readonly value?: string },
      ) => {
        const { decideCommand } = await import('./commands/decide.ts');
        const { by, ...rest } = options;
        finish(await decideCommand(file, kind, about, { ...rest, by, now: () => new Date() }, terminal));
      },
    );

  program
    .command('journal')
    .description('print what was decided and what became of it; write it to a text, or take in another journal')
    .argument('<file>', 'case file')
    .option('--export <journal>', 'write it as text, an entry a line, for others to take in')
    .option('--import <journal>', "take in another's entries, then list what is in disagreement")
    .option('--open', 'only what is in disagreement, overruled or without a place')
    .addHelpText(
      'after',
      examples(
        'journal talks.case',
        'journal talks.case --export ana.jsonl',
        'journal talks.case --import ben.jsonl',
        'journal talks.case --open',
      ),
    )
    .action(
      async (
        file: string,
        options: { readonly export?: string; readonly import?: string; readonly open?: boolean },
      ) => {
        const { journalCommand } = await import('./commands/journal.ts');
        finish(await journalCommand(file, options, terminal));
      },
    );

  program
    .command('interests')
    .description(
      'print paths of ties from people who negotiate to those who gain from a deal, hop by hop: patterns to check',
    )
    .argument('<file>', 'case file')
    .option('--from <name>', 'only of this negotiator, by name or id')
    .option('--to <name>', 'only to this person or body that gains, by name or id')
    .option('--deal <id>', 'only by this deal')
    .addOption(
      new Option('--format <format>', 'text, or one JSON object a line').choices(['text', 'json']).default('text'),
    )
    .addHelpText(
      'after',
      `${examples(
        'interests talks.case',
        'interests talks.case --from "Adrian Pellegrane"',
        'interests talks.case --format json > interests.jsonl',
      )}\nShortest first, of those the ones that stand on most. At most four hops; a path never goes on where no more than a shared name\ntells that it is the same person, nor through a state.`,
    )
    .action(
      async (
        file: string,
        options: {
          readonly from?: string;
          readonly to?: string;
          readonly deal?: string;
          readonly format: 'text' | 'json';
        },
      ) => {
        const { interestsCommand } = await import('./commands/interests.ts');
        finish(await interestsCommand(file, options, terminal));
      },
    );

  program
    .command('hypotheses')
    .description(
      'print what speaks against each hypothesis, by what weighs how much; suppose one, or hold something against it',
    )
    .argument('<file>', 'case file')
    .option('--add <text>', 'suppose a hypothesis')
    .option('--hold <words...>', 'hold claims, findings or rows against one: H1, their ids, then CC, C, N, NA, I or II')
    .addOption(
      new Option('--by <name>', 'who decides').env('BACKCHANNEL_ANALYST').default(userName(), 'your user name'),
    )
    .option('--why <text>', 'the reason, for whoever reads the journal')
    .addHelpText(
      'after',
      `${examples(
        'hypotheses talks.case',
        'hypotheses talks.case --add "The envoy acts for the fund"',
        'hypotheses talks.case --hold H1 finding-0123456789ab II --why "he was abroad that week"',
      )}\nWhat is supposed and held is an entry of the journal, as with decide, and is taken back with decide FILE undo.`,
    )
    .action(
      async (
        file: string,
        options: { readonly add?: string; readonly hold?: string[]; readonly by?: string; readonly why?: string },
      ) => {
        const { hypothesesCommand } = await import('./commands/hypotheses.ts');
        const { by, ...rest } = options;
        finish(await hypothesesCommand(file, { ...rest, by, now: () => new Date() }, terminal));
      },
    );

  program
    .command('whatif')
    .alias('what-if')
    .description(
      'suppose that a condition holds or fails: which deals open or close, and who gains; or weigh anew without some sources; writes nothing',
    )
    .argument('<file>', 'case file')
    .option('--holds <condition...>', 'suppose that it holds: id, beginning of an id, or words; may be given again')
    .option('--fails <condition...>', 'suppose that it fails')
    .option('--without <source...>', 'an origin, outlet or speaker, by name or id; may be given again')
    .addOption(
      new Option('-f, --format <format>', 'format, of what is supposed').choices(['text', 'json']).default('text'),
    )
    .addHelpText(
      'after',
      `${examples(
        'whatif talks.case',
        'whatif talks.case --holds "sanctions on the fund"',
        'whatif talks.case --holds condition-0123456789ab --fails "the treaty is ratified"',
        'whatif talks.case --without "The Hethby Ledger"',
      )}\nWith nothing supposed it lists the conditions that can be. With --without and --holds or --fails together, the case is weighed\nwithout the sources first.`,
    )
    .action(
      async (
        file: string,
        options: {
          readonly holds?: string[];
          readonly fails?: string[];
          readonly without?: string[];
          readonly format: 'text' | 'json';
        },
      ) => {
        const { holds = [], fails = [], without = [], format } = options;
        if (without.length > 0 && holds.length + fails.length === 0) {
          const { whatIfCommand } = await import('./commands/what-if.ts');
          finish(await whatIfCommand(file, without, terminal));
          return;
        }
        const { supposeCommand } = await import('./commands/suppose.ts');
        finish(await supposeCommand(file, { holds, fails, without, format }, terminal));
      },
    );

  program
    .command('verify')
    .description(
      'check every stored text and original against its hash, the custody log, and every quote against its text',
    )
    .argument('<file>', 'case file, or a bundle of one')
    .option('--again', 'also make every text again from its original, and compare')
    .addHelpText('after', examples('verify talks.case', 'verify talks.case --again', 'verify talks-bundle.zip'))
    .action(async (file: string, options: { readonly again?: boolean }) => {
      const { verifyCommand } = await import('./commands/verify.ts');
      finish(await verifyCommand(file, options, terminal));
    });

  program
    .command('custody')
    .description(
      'print how documents came in: when, from where, by which command, with their hashes; what was refused too',
    )
    .argument('<file>', 'case file')
    .argument('[document]', 'path or id of a document: its whole way from the file to the stored text')
    .option('--json', 'the log as it stands, an entry a line')
    .option('-o, --out <file>', 'write the original of the document, byte for byte')
    .addHelpText(
      'after',
      examples(
        'custody talks.case',
        'custody talks.case report.pdf',
        'custody talks.case report.pdf --out original.pdf',
      ),
    )
    .action(
      async (
        file: string,
        document: string | undefined,
        options: { readonly json?: boolean; readonly out?: string },
      ) => {
        const { custodyCommand } = await import('./commands/custody.ts');
        finish(await custodyCommand(file, document ?? null, options, terminal));
      },
    );

  program
    .command('bundle')
    .description('write all that others need to check a case without us: originals, texts, hashes, custody log, case')
    .argument('<file>', 'case file')
    .requiredOption('-o, --out <file>', 'where to write it: a ZIP file, BagIt inside')
    .option('--no-originals', 'leave out the files as they came in')
    .addHelpText(
      'after',
      `${examples('bundle talks.case --out talks-bundle.zip', 'verify talks-bundle.zip')}\nThe custody log in it names the commands and the folders that they were given in.`,
    )
    .action(async (file: string, options: { readonly out: string; readonly originals: boolean }) => {
      const { bundleCommand } = await import('./commands/bundle.ts');
      finish(await bundleCommand(file, options, terminal));
    });

  program
    .command('names')
    .description('compare pairs of names: score, verdict (match, no match, unsure) and reasons, one JSON line a pair')
    .argument('<file>', 'CSV file with the columns schema, name1 and name2; - for standard input')
    .addHelpText(
      'after',
      `${examples('names pairs.csv', 'names pairs.csv > compared.jsonl', 'names - < pairs.csv')}
pairs.csv:
  schema,name1,name2
  Person,"Karabayev, Daulet",Даулет Карабаев
  Company,Azotna OAO,Azotna JSC

Schemas: Person, Company, Organization, PublicBody, LegalEntity (a person or a body), Vessel, Place, Asset. Columns may stand in any
order; further ones are kept. Names are judged alone: two people of one name are a match.`,
    )
    .action(async (file: string) => {
      const { namesCommand } = await import('./commands/names.ts');
      finish(await namesCommand(file, terminal, signal));
    });

  const screening = program
    .command('screen')
    .description(
      'look up every name of a case, or of a file of names, on sanctions lists: candidates to be judged, never hits',
    )
    .argument('[file]', 'case file')
    .option('--lists <list...>', 'an index that `screen index` made, or list files')
    .option('--names <file>', 'no case: a name a line, or CSV with name and, if known, schema, birth_date, country')
    .option('--json', 'one JSON line for each name')
    .addOption(
      new Option('--least <score>', 'leave out candidates below it').argParser(score).default(undefined, '0.6'),
    )
    .addOption(new Option('--most <number>', 'candidates a name').argParser(wholeNumber).default(undefined, '10'))
    .addHelpText(
      'after',
      `${examples(
        'screen index sdn.xml ConList.csv entities.ftm.json --out lists.idx',
        'screen talks.case --lists lists.idx',
        'screen talks.case --lists sdn.xml',
        'screen --names names.csv --lists lists.idx --json',
        'decide talks.case different entity-0123456789ab "list:ofac:1234" --why "born 20 years later"',
      )}\nLists: OpenSanctions entities.ftm.json and targets.simple.csv, OFAC SDN XML and advanced XML, EU consolidated XML, UK CSV (OFSI's and\nthe UK Sanctions List); told by their content, plain or .gz. Nothing of a list enters a case but what somebody decides of it.`,
    )
    .action(async (file: string | undefined, options: { readonly lists?: string[]; readonly names?: string }) => {
      const { screenCommand } = await import('./commands/screen.ts');
      if (options.lists === undefined)
        throw new CommanderError(2, 'cli.lists', 'error: expected --lists with an index or list files');
      finish(await screenCommand(file, { ...options, lists: options.lists, now: () => new Date() }, terminal, signal));
    });
  screening
    .command('index')
    .description('read lists once and write an index of them, in which a thousand names are looked up in seconds')
    .argument('<lists...>', 'list files, plain or .gz')
    .requiredOption('-o, --out <file>', 'where to write the index')
    .addHelpText('after', examples('screen index sdn.xml ConList.csv --out lists.idx'))
    .action(async (files: string[], options: { readonly out: string }) => {
      const { screenIndexCommand } = await import('./commands/screen.ts');
      finish(await screenIndexCommand(files, options.out, () => new Date(), terminal, signal));
    });

  program
    .command('schema')
    .description('print the JSON Schema of a reading, a case, a part of one, or a file of a beat')
    .argument('[name]', 'reading, case, or a part; without it the names are listed')
    .addHelpText('after', examples('schema', 'schema reading', 'schema meeting', 'schema beat-frame'))
    .action(async (name: string | undefined) => {
      const { schemaCommand } = await import('./commands/schema.ts');
      finish(await schemaCommand(name ?? null, terminal));
    });

  const beat = program
    .command('beat')
    .description('check, test or write a beat: the frames, words and ledger columns that a pile is read with')
    .addHelpText(
      'after',
      `${examples('beat new my-beat --name harbours', 'beat check my-beat', 'beat test my-beat', 'read clippings/ --case port.case --beat ./my-beat')}\nA beat is a folder of YAML files; docs/beats.md describes them, and \`schema beat-frame\` and the like are their JSON Schemas.`,
    );
  beat
    .command('check')
    .description('find all that is wrong with a beat, each fault with file, line and column')
    .argument('<beat>', 'folder of the beat, or the name of a shipped one')
    .addHelpText('after', examples('beat check my-beat', 'beat check takeovers'))
    .action(async (folder: string) => {
      const { beatCheckCommand } = await import('./commands/beat.ts');
      finish(await beatCheckCommand(folder, terminal));
    });
  beat
    .command('test')
    .description('read the examples of a beat and print each that comes out otherwise, with what was found in it')
    .argument('<beat>', 'folder of the beat, or the name of a shipped one')
    .option('--frame <name...>', 'only the examples of these frames')
    .addHelpText('after', examples('beat test my-beat', 'beat test my-beat --frame inspection'))
    .action(async (folder: string, options: { readonly frame?: string[] }) => {
      const { beatTestCommand } = await import('./commands/beat.ts');
      finish(await beatTestCommand(folder, options, terminal, signal));
    });
  beat
    .command('new')
    .description('write a small beat that works, with comments, to be changed')
    .argument('<folder>', 'where to; it must be empty or not there yet')
    .requiredOption('--name <name>', 'what it is called: small letters and hyphens')
    .option('--title <title>', 'its title, for people')
    .addHelpText(
      'after',
      examples('beat new my-beat --name harbours', 'beat new beats/mines --name mines --title "Mines and permits"'),
    )
    .action(async (folder: string, options: { readonly name: string; readonly title?: string }) => {
      const { beatNewCommand } = await import('./commands/beat.ts');
      finish(await beatNewCommand(folder, options, terminal));
    });

  program
    .command('demo')
    .description('read the example case that comes with Backchannel and write its brief')
    .option('--out <folder>', 'where to put case and brief', 'out')
    .option('-b, --beat <beat>', 'what to read for: the name of a shipped beat, or the folder of your own')
    .addHelpText('after', examples('demo', 'demo --out bids --beat takeovers'))
    .action(async (options: { readonly out: string; readonly beat?: string }) => {
      const { demoCommand } = await import('./commands/demo.ts');
      const how = commandHand(argv, process.cwd());
      finish(await demoCommand({ ...options, how }, terminal, signal));
    });
  return program;
};

/**
 * Runs one command.
 *
 * @returns The exit code: 0 done; 1 done, but inputs were refused or rows do not hold; 2 wrong usage; 3 nothing could be done.
 */
export const run = async (invocation: Invocation): Promise<number> => {
  const { terminal, argv } = invocation;
  let code = 0;
  const program = makeProgram(invocation, (result) => {
    code = result;
  });
  let printed = '';
  const commands = program.commands.flatMap((command) => [command, ...command.commands]);
  for (const command of [program, ...commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => {
        printed += text;
      },
      writeErr: (text) => terminal.err(text.trimEnd()),
      getOutHelpWidth: () => Math.min(terminal.width, 110),
      getErrHelpWidth: () => Math.min(terminal.width, 110),
      getOutHasColors: () => terminal.hasColour,
      getErrHasColors: () => false,
    });
    const above = command.parent === null || command.parent === program ? '' : ` ${command.parent.name()}`;
    const name = command === program ? '' : `${above} ${command.name()}`;
    command.showHelpAfterError(`Run \`backchannel${name} --help\` for examples.`);
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) code = error.exitCode === 0 ? 0 : 2;
    else {
      printError(error, terminal);
      code = exitCodeOf(error);
    }
  }
  if (printed !== '') await terminal.out(printed);
  return code;
};

/** Runs the command that the process was started with, and sets its exit code. */
export const runFromProcess = async (): Promise<void> => {
  const terminal = processTerminal(process.stdout, process.stderr, process.env);
  const stop = new AbortController();
  process.once('SIGTERM', () => stop.abort());
  process.once('SIGINT', () => {
    stop.abort();
    terminal.err('Stopping; press Ctrl-C again to end at once.');
    // What is committed stays whatever happens, so the second time nothing is waited for.
    process.once('SIGINT', () => process.exit(130));
  });
  const code = await run({ argv: process.argv.slice(2), terminal, signal: stop.signal });
  terminal.progress(null);
  process.exitCode = code;
};
