/** `praxis admin create`: makes an administrator, the first above all, who needs no one to let them in. */
import { z } from 'zod';
import { weakness } from '../account/password-strength.ts';
import { ensure, FaultError } from '../fault.ts';
import { checkHome } from '../preflight/home.ts';
import { sessionSecret } from '../secret.ts';
import { readSettings } from '../settings.ts';
import { readPassword } from '../terminal/password.ts';

const given = z.object({
  email: z
    .string({ error: 'is missing: --email name@example.org' })
    .pipe(z.email({ error: 'is not an address such as name@example.org' })),
  name: z.string().trim().min(1, { error: 'is empty' }).max(200, { error: 'is too long' }).optional(),
});

const refused = (message: string, mend: string): FaultError =>
  new FaultError({ code: 'accountRefused', message, mend });

/** @throws FaultError usage or accountRefused; DatabaseError */
export async function adminCreate(options: unknown): Promise<number> {
  const parsed = given.safeParse(options);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new FaultError({
      code: 'usage',
      message: `The ${String(issue?.path[0])} ${issue?.message}.`,
      mend: 'Usage: praxis admin create --email ADDRESS [--name NAME]',
    });
  }
  const { email, name = email } = parsed.data;
  const password = await readPassword(`Password for ${email}: `);
  const weak = weakness(password, [email, name]);
  if (weak !== null) {
    throw refused(
      `The password ${weak}.`,
      'Take a longer one; a few unrelated words are good and easy to remember.',
    );
  }
  if (process.stdin.isTTY && (await readPassword('Once more: ')) !== password) {
    throw refused('The two passwords differ.', 'Try again.');
  }

  const settings = readSettings(process.env);
  ensure(await checkHome(settings.home));
  const [{ withDatabase }, { openAccounts }] = await Promise.all([
    import('../product/with-database.ts'),
    import('@praxis/db'),
  ]);
  const secret = await sessionSecret(settings.home);
  const made = await withDatabase(settings, (database) =>
    openAccounts(database, { secret, url: settings.publicUrl, demo: settings.demo }).create({
      name,
      email,
      password,
      role: 'administrator',
    }),
  );
  if (made.ok) {
    console.log(`${email} is an administrator now and can sign in at ${settings.publicUrl}`);
    return 0;
  }
  if (made.error.code === 'emailTaken') {
    throw refused(`There is an account for ${email} already.`, 'Take another address.');
  }
  throw refused(`The ${made.error.field} was refused.`, 'Take another one.');
}
