// Runs the command line of the checkout, as bin/backchannel.js runs the compiled one.
import { runFromProcess } from '../../src/cli/main.ts';

await runFromProcess();
