// @ts-check
import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';

/**
 * Runs a program to its end and gathers what it wrote on both streams.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, patience?: number, givesWay?: boolean }} [options] patience: milliseconds,
 *   then it is asked to end; givesWay: others get the processors before it
 * @returns {Promise<{ code: number, output: string }>} code 127 when the program could not be started
 */
export function run(program, args, { cwd = process.cwd(), env = process.env, patience = 0, givesWay = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env, stdio: ['pipe', 'pipe', 'pipe'], timeout: patience });
    if (givesWay && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    let output = '';
    /** @param {Buffer} chunk */
    const gather = (chunk) => {
      output += chunk.toString();
    };
    child.stdout.on('data', gather);
    child.stderr.on('data', gather);
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code, signal) => {
      if (signal)
        output += `\n${program} was ended by ${signal}${patience ? `, at the latest after ${patience / 1000} s` : ''}`;
      resolve({ code: code ?? 1, output });
    });
  });
}

/**
 * Runs npm, the very one that started us where there is one, with the person's own configuration.
 *
 * @param {readonly string[]} args
 * @param {string} cwd
 */
export function npm(args, cwd) {
  const running = process.env.npm_execpath;
  if (running?.endsWith('npm-cli.js')) return run(process.execPath, [running, ...args], { cwd });
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { cwd });
}

/**
 * The last lines of a program's output, on one line, for the end of a sentence.
 *
 * @param {string} output
 */
export function lastLines(output) {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  return lines.slice(-4).join(' | ');
}

/**
 * One line of progress on the screen; standard output stays free for results.
 *
 * @param {string} line
 */
export function tell(line) {
  process.stderr.write(`pmjob: ${line}\n`);
}
