import * as vscode from 'vscode';
import { systemClock as clock } from '../api/disk/system-clock.ts';
import { undiciTransport } from '../api/transport/undici.ts';
import { addConnection } from './commands/add-connection.ts';
import { chooseConnection } from './commands/choose-connection.ts';
import { compareWithServer } from './commands/compare-with-server.ts';
import { copyAsCurl } from './commands/copy-as-curl.ts';
import { createJob } from './commands/create-job.ts';
import { deleteJob } from './commands/delete-job.ts';
import { deploy } from './commands/deploy.ts';
import { deployFolder } from './commands/deploy-folder.ts';
import { disableJob } from './commands/disable-job.ts';
import { enableJob } from './commands/enable-job.ts';
import { forgetLink } from './commands/forget-link.ts';
import { pullAllJobs } from './commands/pull-all-jobs.ts';
import { pullJob } from './commands/pull-job.ts';
import { registerCommands } from './commands/register.ts';
import { removeConnection } from './commands/remove-connection.ts';
import { restartLanguageServer } from './commands/restart-language-server.ts';
import { showHistory } from './commands/show-history.ts';
import { showLog } from './commands/show-log.ts';
import { signIn } from './commands/sign-in.ts';
import { signOut } from './commands/sign-out.ts';
import { testConnection } from './commands/test-connection.ts';
import { updateJob } from './commands/update-job.ts';
import { Accounts } from './connections/accounts.ts';
import { Connections } from './connections/connections.ts';
import { OwnSandbox } from './connections/own-sandbox.ts';
import { Sessions } from './connections/sessions.ts';
import type { Dialogs } from './dialogs.ts';
import { followRenames } from './follow-renames.ts';
import { LanguageServer } from './language-client.ts';
import { NameTeller } from './names/tell-names.ts';
import { PullReview } from './pull/pull-review.ts';
import { serverJudge } from './push/judge.ts';
import { PlanReview } from './push/plan-review.ts';
import { RejectionDiagnostics } from './rejection-diagnostics.ts';
import { ReadOnlyTexts } from './review/read-only-texts.ts';
import { Reviews } from './review/reviews.ts';
import { RulePages } from './rule-pages.ts';
import { StatusItem } from './status-item.ts';
import { windowDialogs } from './window-dialogs.ts';

/** What tests may reach: they answer dialogs by replacing its methods. Nobody else gets it. */
export interface ForTests {
  dialogs: Dialogs;
}

export function activate(context: vscode.ExtensionContext): ForTests | undefined {
  const log = vscode.window.createOutputChannel('PM Job', { log: true });
  const dialogs = windowDialogs();
  const rulePages = new RulePages(context.extension);
  const sandbox = new OwnSandbox(context, log);
  const accounts = new Accounts(context.secrets);
  const sessions = new Sessions(undiciTransport({ way: 'editor' }), clock);
  const connections = new Connections({ context, log, sandbox, accounts, sessions });
  const names = new NameTeller(connections, clock, log);
  const server = new LanguageServer(context.asAbsolutePath('dist/server.js'), rulePages.address, names, log);
  const status = new StatusItem(connections);
  const rejections = new RejectionDiagnostics();
  const versions = new ReadOnlyTexts('pmjob-version');
  const reviews = new Reviews();
  const review = new PlanReview(reviews);
  const pullReview = new PullReview(reviews);
  const serverTexts = new ReadOnlyTexts('pmjob-server');
  const judge = serverJudge(server);
  const recorded = () => {
    status.refresh();
    names.jobsChanged();
  };
  const pushing = { dialogs, log, connections, judge, review, rejections, clock, recorded };

  const pulling = { dialogs, log, connections, pullReview, clock, recorded };

  const commands = registerCommands(
    {
      'pmjob.deploy': (resource, selected) => deploy(resource, selected, pushing),
      'pmjob.deployFolder': (resource, selected) => deployFolder(resource, selected, pushing),
      'pmjob.createJob': (resource) => createJob(resource, pushing),
      'pmjob.updateJob': (resource) => updateJob(resource, pushing),
      'pmjob.enableJob': (resource) => enableJob(resource, pushing),
      'pmjob.disableJob': (resource) => disableJob(resource, pushing),
      'pmjob.deleteJob': (resource) => deleteJob(resource, pushing),
      'pmjob.copyAsCurl': (resource) => copyAsCurl(resource, pushing),
      'pmjob.showHistory': (resource) => showHistory(resource, { ...pushing, versions }),
      'pmjob.deployPlan': (resource) => reviews.agree(resource),
      'pmjob.showPlanScripts': (resource) => review.showScripts(resource, dialogs),
      'pmjob.pullJob': (resource) => pullJob(resource, pulling),
      'pmjob.pullAllJobs': (resource) => pullAllJobs(resource, pushing),
      'pmjob.replaceFile': (resource) => reviews.agree(resource),
      'pmjob.compareWithServer': (resource) => compareWithServer(resource, { ...pulling, serverTexts }),
      'pmjob.forgetLink': (resource) => forgetLink(resource, pushing),
      'pmjob.chooseConnection': () => chooseConnection(connections, dialogs),
      'pmjob.addConnection': () => addConnection(connections, dialogs),
      'pmjob.removeConnection': () => removeConnection(connections, dialogs),
      'pmjob.signIn': () => signIn(connections, dialogs),
      'pmjob.signOut': () => signOut(connections, dialogs),
      'pmjob.testConnection': () => testConnection(connections, dialogs, log),
      'pmjob.restartLanguageServer': () => restartLanguageServer(server),
      'pmjob.showLog': () => showLog(log),
    },
    dialogs,
    log,
  );
  const renames = followRenames({ dialogs, log, clock, recorded });
  context.subscriptions.push(
    commands,
    renames,
    rulePages,
    status,
    rejections,
    versions,
    names,
    review,
    pullReview,
    serverTexts,
    reviews,
    connections,
    sandbox,
    server,
    log,
  );
  // Menus of folders appear only where job files are known.
  void vscode.commands.executeCommand('setContext', 'pmjob.isActive', true);
  server.start();
  return context.extensionMode === vscode.ExtensionMode.Test ? { dialogs } : undefined;
}
