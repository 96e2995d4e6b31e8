// Reads one query from a SQLite file with the sqlite3 command line tool, which these scripts need only for one source.
import { execFileSync } from 'node:child_process';

export function queryDatabase(file, query) {
  return JSON.parse(execFileSync('sqlite3', ['-json', file, query], { encoding: 'utf8', maxBuffer: 1 << 26 }) || '[]');
}
