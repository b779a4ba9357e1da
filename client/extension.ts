import * as vscode from 'vscode';
import { systemClock as clock } from '../api/disk/system-clock.ts';
import { undiciTransport } from '../api/transport/undici.ts';
import { addConnection } from './commands/add-connection.ts';
import { chooseConnection } from './commands/choose-connection.ts';
import { createJob } from './commands/create-job.ts';
import { deploy } from './commands/deploy.ts';
import { forgetLink } from './commands/forget-link.ts';
import { pullJob } from './commands/pull-job.ts';
import { registerCommands } from './commands/register.ts';
import { removeConnection } from './commands/remove-connection.ts';
import { restartLanguageServer } from './commands/restart-language-server.ts';
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
import { serverJudge } from './push/judge.ts';
import { PlanPreview } from './push/plan-preview.ts';
import { RejectionDiagnostics } from './rejection-diagnostics.ts';
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
  const preview = new PlanPreview();
  const judge = serverJudge(server);
  const recorded = () => {
    status.refresh();
    names.jobsChanged();
  };
  const pushing = { dialogs, log, connections, judge, preview, rejections, clock, recorded };

  const commands = registerCommands(
    {
      'pmjob.deploy': (resource) => deploy(resource, pushing),
      'pmjob.createJob': (resource) => createJob(resource, pushing),
      'pmjob.updateJob': (resource) => updateJob(resource, pushing),
      'pmjob.pullJob': (resource) => pullJob(resource, pushing),
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
    preview,
    names,
    connections,
    sandbox,
    server,
    log,
  );
  server.start();
  return context.extensionMode === vscode.ExtensionMode.Test ? { dialogs } : undefined;
}
