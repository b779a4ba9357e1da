import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the extension', () => {
  it('is there and activates', async () => {
    const extension = vscode.extensions.getExtension('pmjob.pmjob');
    assert.ok(extension, 'the editor does not know pmjob.pmjob');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });
});
