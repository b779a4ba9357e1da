// @ts-check
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tell } from './command.mjs';

/**
 * Does the work while no other process of this machine does work of the same name; waits for the other one first.
 * The lock is a listening socket: the system takes it back when its owner dies, so that none is ever stale.
 *
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(name, work) {
  const address = socketAddress(name);
  let release = await tryToHold(address);
  if (!release) tell('another pmjob is installing; waiting for it');
  while (!release) {
    await ownerGone(address);
    release = await tryToHold(address);
  }
  try {
    return await work();
  } finally {
    release();
  }
}

/** @param {string} name */
function socketAddress(name) {
  const key = `pmjob-${process.getuid?.() ?? 'user'}-${createHash('sha256').update(name).digest('hex').slice(0, 16)}`;
  if (process.platform === 'linux') return `\0${key}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${key}` : join(tmpdir(), `${key}.sock`);
}

/**
 * @param {string} address
 * @returns {Promise<(() => void) | undefined>} the function that gives the lock back, or nothing when another holds it
 */
function tryToHold(address) {
  return new Promise((resolve, reject) => {
    /** @type {Set<import('node:net').Socket>} */
    const waiting = new Set();
    const server = createServer((socket) => {
      waiting.add(socket);
      socket.on('error', () => waiting.delete(socket));
    });
    server.on('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen(address, () =>
      resolve(() => {
        server.close();
        for (const socket of waiting) socket.destroy();
      }),
    );
  });
}

/**
 * Resolves when the owner of the lock has given it back or died.
 *
 * @param {string} address
 * @returns {Promise<void>}
 */
function ownerGone(address) {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      // Only a socket that is a file outlives its owner; nobody listens on it any more.
      if (error.code === 'ECONNREFUSED' && address.endsWith('.sock')) rmSync(address, { force: true });
    });
    socket.on('close', () => setTimeout(resolve, 50));
    socket.resume();
  });
}
