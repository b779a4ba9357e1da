// The main job as a short, real transcript: every command is the real one, and after every step the server is read back.
import { spawn } from 'node:child_process';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { changeAsSomebodyElse, idsOfName, readJob, TOKEN } from './sandbox.mjs';

const FILE = 'notepad.pmjob.json';
const NAME = 'Notepad++ after the pre-checks';

/**
 * Runs the transcript in `folder` against the platform at `url`, printing as it goes.
 * Rejects with a StepFailed when a step did not do what it says.
 */
export async function runTranscript({ cli, samples, folder, url, print }) {
  const scene = createScene({ cli, folder, url, print });
  await mkdir(join(folder, '.pmjob'), { recursive: true });
  await cp(join(samples, 'two-mistakes.pmjob.json'), join(folder, FILE));

  await scene.step('A job file with two mistakes: each is found at its place', async () => {
    await scene.pmjob(['validate', FILE], 1);
    await scene.holds(undefined);
  });

  await scene.step('The same file, repaired', async () => {
    await scene.edit([
      ['"scheduleType": "ON_DEMAND"', '"scheduleType": "On-demand"'],
      ['"threshold": 101', '"threshold": 100'],
    ]);
    await scene.pmjob(['validate', FILE], 0);
    await scene.holds(undefined);
  });

  const created = await scene.step('Create the job: the plan names the target and every field', async () => {
    await scene.pmjob(['push', '--url', url, '--yes', FILE], 0);
    return scene.holds({ prompt: true, threshold: 100 });
  });

  await scene.step('Edit two values, and look at the plan before anything is sent', async () => {
    await scene.edit([
      ['"alwaysShowCompletedPrompt": true', '"alwaysShowCompletedPrompt": false'],
      ['"threshold": 100', '"threshold": 80'],
    ]);
    await scene.pmjob(['plan', '--url', url, FILE], 0);
    await scene.holds({ prompt: true, threshold: 100 });
  });

  await scene.step('Update it: a PATCH whose body is composed from the job on the server and the file', async () => {
    await scene.pmjob(['push', '--url', url, '--yes', FILE], 0);
    const updated = await scene.holds({ prompt: false, threshold: 80 });
    scene.expect(updated.id === created.id, `The job is now ${updated.id}, it was ${created.id}.`);
    scene.expect(
      JSON.stringify(actionIds(updated)) === JSON.stringify(actionIds(created)),
      'An action lost its id, and with it the jobs that refer to it.',
    );
    print(`  Every action kept its id: ${actionIds(updated).join(', ')}`);
  });

  await scene.step('Push once more: there is nothing to do', async () => {
    await scene.pmjob(['push', '--url', url, '--yes', FILE], 0);
    await scene.holds({ prompt: false, threshold: 80 });
  });

  await scene.step('Read it back into a file of its own', async () => {
    await scene.pmjob(['pull', '--url', url, created.id, 'pulled.pmjob.json'], 0);
    const pulled = JSON.parse(await readFile(join(folder, 'pulled.pmjob.json'), 'utf8'));
    scene.expect(pulled.name === NAME, `The pulled file's name is ${JSON.stringify(pulled.name)}.`);
    await scene.pmjob(['plan', '--url', url, 'pulled.pmjob.json'], 0);
    await scene.holds({ prompt: false, threshold: 80 });
  });

  await scene.step('Somebody else changes the job meanwhile: the push stops, and names both values', async () => {
    const { rebootCountdown, ...others } = created.postDeployment;
    await changeAsSomebodyElse(url, created.id, {
      timeout: 8,
      postDeployment: {
        ...others,
        onComplete: { ...others.onComplete, alwaysShowCompletedPrompt: false },
        rebootCountdown: { ...rebootCountdown, interval: 30 },
      },
    });
    print('  Somebody else set the patch window to 8 hours and the reboot countdown to 30 minutes.\n');
    await scene.edit([['"interval": 15', '"interval": 20']]);
    await scene.pmjob(['push', '--url', url, '--yes', FILE], 3);
    await scene.holdsFields(created.id, { window: 8, countdown: 30 });
  });

  await scene.step(
    'Merge: what one side changed is taken, what both changed is left for choice in the file',
    async () => {
      await scene.pmjob(['push', '--url', url, '--yes', '--on-conflict', 'merge', FILE], 3);
      await scene.holdsFields(created.id, { window: 8, countdown: 30 });
      await scene.chooseThisFile();
      await scene.pmjob(['validate', FILE], 0);
    },
  );

  await scene.step('Push the merged file: nothing that anybody changed is lost', async () => {
    print(
      '  The platform does not give scripts back, so nobody can see whether they were changed: sending them is asked for.\n',
    );
    await scene.pmjob(['push', '--url', url, '--yes', '--send-scripts', FILE], 0);
    await scene.holdsFields(created.id, { window: 8, countdown: 20 });
    await scene.holds({ prompt: false, threshold: 80 });
  });
}

/** A step that did not do what it says. Its message is for a person. */
class StepFailed extends Error {}

function createScene({ cli, folder, url, print }) {
  let number = 0;
  const expect = (holds, message) => {
    if (!holds) throw new StepFailed(message);
  };
  return {
    expect,
    async step(title, run) {
      number += 1;
      print(`\n${number}. ${title}\n`);
      return run();
    },
    async pmjob(args, expectedExit) {
      print(`  $ pmjob ${args.join(' ')}`);
      const { code, output } = await runCli(cli, args, folder);
      for (const line of output.trimEnd().split('\n')) print(`  ${line}`);
      expect(code === expectedExit, `pmjob ${args[0]} ended with exit code ${code}, not ${expectedExit}.`);
    },
    async edit(changes) {
      let text = await readFile(join(folder, FILE), 'utf8');
      print(`  Edited in ${FILE}:`);
      for (const [before, after] of changes) {
        expect(text.split(before).length === 2, `${FILE} does not hold ${before} exactly once.`);
        text = text.replace(before, after);
        print(`    - ${before}`);
        print(`    + ${after}`);
      }
      await writeFile(join(folder, FILE), text);
      print('');
    },
    /** Takes this file's side at every merge marker, as a person does in an editor, and prints both sides. */
    async chooseThisFile() {
      const text = await readFile(join(folder, FILE), 'utf8');
      const choice = /^<{7} .*\n((?:.*\n)*?)={7}\n(?:.*\n)*?>{7} .*\n/gm;
      const choices = text.match(choice) ?? [];
      expect(choices.length === 1, `${FILE} leaves ${choices.length} places for choice, not one.`);
      print(`  In ${FILE}, of which this file's side is kept:`);
      for (const line of choices.join('').trimEnd().split('\n')) print(`    ${line}`);
      await writeFile(join(folder, FILE), text.replace(choice, '$1'));
      print('');
    },
    /** Prints what the server holds of the two fields that both sides changed, and compares it with what was promised. */
    async holdsFields(id, promised) {
      const { timeout: window, postDeployment } = await readJob(url, id);
      const countdown = postDeployment.rebootCountdown.interval;
      print(`  The server holds: patch window ${window} hours, reboot countdown ${countdown} minutes.`);
      expect(window === promised.window, `The patch window is ${window} hours, not ${promised.window}.`);
      expect(countdown === promised.countdown, `The countdown is ${countdown} minutes, not ${promised.countdown}.`);
    },
    /** Prints what the server holds of the job, and compares it with what the step promised. */
    async holds(promised) {
      const ids = await idsOfName(url, NAME);
      if (promised === undefined) {
        print(`  The server holds: no job named "${NAME}".`);
        expect(ids.length === 0, `The server holds ${ids.length} jobs named "${NAME}", though nothing was pushed.`);
        return undefined;
      }
      expect(ids.length === 1, `The server holds ${ids.length} jobs named "${NAME}", not one.`);
      const job = await readJob(url, ids[0]);
      const prompt = job.postDeployment.onComplete.alwaysShowCompletedPrompt;
      const threshold = job.linkedToJob?.[0]?.chainedJobRule?.[0]?.threshold;
      print(`  The server holds: job ${job.id}, alwaysShowCompletedPrompt ${prompt}, chain threshold ${threshold} %.`);
      expect(prompt === promised.prompt, `alwaysShowCompletedPrompt is ${prompt}, not ${promised.prompt}.`);
      expect(threshold === promised.threshold, `The chain's threshold is ${threshold}, not ${promised.threshold}.`);
      return job;
    },
  };
}

function actionIds(job) {
  return [...(job.preDeployActions ?? []), ...(job.postDeployActions ?? [])].map((action) => action.actionId);
}

/** The sandbox's token, and nothing that the person has set for a platform of their own. */
function sandboxEnvironment() {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('PMJOB_'));
  return { ...Object.fromEntries(own), PMJOB_TOKEN: TOKEN, NO_COLOR: '1' };
}

/** Both streams in the order in which they were written. */
function runCli(cli, args, folder) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, ...args], {
      cwd: folder,
      env: sandboxEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}
