import { Hono } from 'hono';
import { failed, type SandboxEnvironment } from '../http.ts';
import { SANDBOX_USER } from '../seed.ts';
import type { Tokens } from '../tokens.ts';

/** `POST /auth`, a form with `username`, `password` and `token=true`: 201 and the JWT as plain text. */
export function signInRoutes(tokens: Tokens): Hono<SandboxEnvironment> {
  return new Hono<SandboxEnvironment>().post('/auth', async (c) => {
    const form = new URLSearchParams(await c.req.text());
    if (form.get('username') !== SANDBOX_USER.name || !tokens.isPassword(form.get('password'))) {
      return failed(c, 401, 'The user name or the password is wrong.');
    }
    if (form.get('token') !== 'true') return c.text('', 201);
    return c.text(tokens.issue(SANDBOX_USER.name), 201);
  });
}
