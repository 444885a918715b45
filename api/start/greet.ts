import { makeSetupToken } from '../accounts/setup.ts';
import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import { createRandom } from '../random.ts';

/** Says at the terminal where everything is, and how the first owner gets in. */
export async function greet({ publicUrl, smtp }: Config, db: Database, languages: readonly string[]): Promise<void> {
  const token = await makeSetupToken(db, Date.now(), createRandom());
  const lines = [
    'Madoguchi is ready.',
    ...languages.map((language) => `  Help centre (${language})  ${publicUrl}/${language}/`),
    `  Staff desk        ${publicUrl}/desk/`,
  ];
  if (!smtp) lines.push('  Mail              is kept in the outbox: set SMTP_URL to let it out');
  if (token) {
    lines.push(
      '',
      'Make the first owner account with this link (once, within 24 hours):',
      `  ${publicUrl}/desk/#setup=${token}`,
    );
  }
  process.stdout.write(`\n${lines.join('\n')}\n\n`);
}
