import type { MessageStrategy, MessageWriter, RequestMessage } from 'vscode-languageserver';
import { ErrorCodes, Message } from './library.ts';

/** Answers what comes before `initialize` or after `shutdown` as the protocol has it, which the library leaves to servers. */
export function messageOrder(writer: MessageWriter): MessageStrategy {
  let stage: 'new' | 'open' | 'shut down' = 'new';

  function refuse({ id }: RequestMessage): Promise<void> {
    const error =
      stage === 'new'
        ? { code: ErrorCodes.ServerNotInitialized, message: 'The server waits for "initialize"' }
        : { code: ErrorCodes.InvalidRequest, message: 'The server has been initialized, or shut down' };
    const answer = { jsonrpc: '2.0', id, error };
    return writer.write(answer);
  }

  return {
    handleMessage(message, next) {
      if (Message.isNotification(message))
        return stage === 'open' || message.method === 'exit' ? next(message) : undefined;
      if (!Message.isRequest(message)) return next(message);
      const begins = message.method === 'initialize';
      if (begins !== (stage === 'new') || stage === 'shut down') return refuse(message);
      if (begins) stage = 'open';
      if (message.method === 'shutdown') stage = 'shut down';
      return next(message);
    },
  };
}
