import { describe, expect, it } from 'vitest';
import { articleComponents } from '../../../content/schema/articles.ts';
import { checkTree, page, put } from '../../support/content-tree.ts';
import { expectOneFinding, type Mistake } from './mistakes.ts';

const heading = '## How to send them back';
const figure = '<Figure src="heel.svg" alt="A heel beside a ruler" />';
const importExample = `<Callout tone="tip">…</Callout> (there are: ${Object.keys(articleComponents).join(', ')})`;
const componentExample = `one of ${Object.keys(articleComponents)
  .map((name) => `<${name}>`)
  .join(' ')}`;
const syntaxExample = 'close every tag (<Steps> … </Steps>), and write \\< and \\{ for signs that should be read';

const mistakes: Mistake[] = [
  {
    what: 'an import',
    instead: heading,
    write: "import Hint from './hint.ts';",
    line: 19,
    says: ['import and export nothing'],
    example: importExample,
  },
  {
    what: 'a sentence that MDX takes for an import',
    instead: heading,
    write: 'import duties are ours',
    line: 19,
    says: ['no line begins with either word'],
    example: importExample,
  },
  {
    what: 'a component that does not exist',
    instead: heading,
    write: '<Hint>Keep the box</Hint>',
    line: 19,
    says: ['no component <Hint>'],
    example: componentExample,
  },
  {
    what: 'HTML',
    instead: heading,
    write: 'A <b>bold</b> word',
    line: 19,
    says: ['no component <b>'],
    example: componentExample,
  },
  {
    what: 'an attribute that is missing',
    instead: figure,
    write: '<Figure src="heel.svg" />',
    line: 21,
    says: ['<Figure> needs alt="…"'],
    example: '<Figure src="…" alt="…">',
  },
  {
    what: 'an attribute that is empty',
    instead: figure,
    write: '<Figure src="heel.svg" alt="" />',
    line: 21,
    says: ['<Figure> needs alt="…"'],
    example: '<Figure src="…" alt="…">',
  },
  {
    what: 'an attribute that does not exist',
    instead: figure,
    write: '<Figure src="heel.svg" alt="A heel" width="300" />',
    line: 21,
    says: ['<Figure> has no attribute width', 'src, alt, caption'],
    example: '<Figure src="…" alt="…">',
  },
  {
    what: 'code in an attribute that must be there',
    instead: figure,
    write: '<Figure src="heel.svg" alt={caption} />',
    line: 21,
    says: ['<Figure> needs alt="…" with a text'],
    example: '<Figure src="…" alt="…">',
  },
  {
    what: 'code in an attribute that may be there',
    instead: '<Callout tone="tip">',
    write: '<Callout tone={process.env.TONE}>',
    line: 23,
    says: ['tone of <Callout> is a text'],
    example: '<Callout tone="…">',
  },
  {
    what: 'attributes spread from code',
    instead: '<Callout tone="tip">',
    write: '<Callout {...hint}>',
    line: 23,
    says: ['<Callout> has no attribute {…}', 'tone, title'],
    example: '<Callout>',
    isCure: true,
  },
  {
    what: 'code in the text',
    instead: 'at home.',
    write: 'at {home}.',
    line: 17,
    says: ['hold no code: {home}'],
    example: '\\{ for a brace that should be read',
  },
  {
    what: 'code on a line of its own',
    instead: heading,
    write: '{new Date().getFullYear()}',
    line: 19,
    says: ['hold no code: {new Date().getFullYear()}'],
    example: '\\{ for a brace that should be read',
  },
  {
    what: 'a title in the text',
    instead: heading,
    write: '# How to send them back',
    line: 19,
    says: ['headings in the text begin with ##'],
    example: '## What happens next',
    isCure: true,
  },
  {
    what: 'a picture outside a figure',
    instead: heading,
    write: '![A heel](heel.svg)',
    line: 19,
    says: ['stands in a <Figure>'],
    example: '<Figure src="measure-heel.svg" alt="…" />',
  },
  {
    what: 'a tag that is open at the end of its paragraph',
    instead: 'sure. \\{Really.\\}</Callout>',
    write: 'sure.',
    line: 23,
    says: ['This is not MDX', 'closing tag for `<Callout>` (23:'],
    example: syntaxExample,
  },
  {
    what: 'a tag that is open at the end of the file',
    instead: heading,
    write: '<Steps>\n\n1. Pack them',
    line: 19,
    says: ['This is not MDX', 'closing tag for `<Steps>` (19:'],
    example: syntaxExample,
  },
  {
    what: 'a tag that closes another one',
    instead: heading,
    write: '<Steps>\n\n1. Pack them\n\n</Tabs>',
    line: 23,
    says: ['This is not MDX', '`</Tabs>`'],
    example: syntaxExample,
  },
  {
    what: 'an HTML comment',
    instead: heading,
    write: '<!-- for later -->',
    line: 19,
    says: ['This is not MDX', '{/* text */}'],
    example: syntaxExample,
  },
];

describe('the check of an article’s text', () => {
  it.for(mistakes)('finds $what', async (mistake) => {
    await expectOneFinding(page, mistake);
  });

  it('reads a comment and braces with a backslash as what they are', async () => {
    const text = put('{/* one line */}\n\n{/* two\nlines */}\n\nWrite \\{name\\} and 1 < 2.', heading);
    const { findings } = await checkTree({ [page]: text });
    expect(findings).toEqual([]);
  });
});
