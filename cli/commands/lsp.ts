import type { Command } from 'commander';

export function addLsp(program: Command): void {
  program
    .command('lsp')
    .summary('run the language server, for other editors')
    .description('Runs the language server of pmjob, for an editor that speaks the Language Server Protocol.')
    .requiredOption('--stdio', 'speak over standard input and output')
    // Editors add words of their own, such as --clientProcessId=…
    .allowUnknownOption()
    .allowExcessArguments()
    .addHelpText(
      'after',
      `
Example (Neovim):
  vim.lsp.config('pmjob', { cmd = { 'pmjob', 'lsp', '--stdio' }, filetypes = { 'pmjob' } })`,
    )
    .action(async () => {
      const { runLanguageServer } = await import('../../server/lsp/stdio.ts');
      runLanguageServer();
    });
}
