import type { articleComponents } from '../../content/schema/articles.ts';
import Callout from './Callout.astro';
import Choice from './Choice.astro';
import Details from './Details.astro';
import Figure from './Figure.astro';
import Flow from './Flow.astro';
import For from './For.astro';
import Kbd from './Kbd.astro';
import Link from './Link.astro';
import Outcome from './Outcome.astro';
import Question from './Question.astro';
import Steps from './Steps.astro';
import Tab from './Tab.astro';
import Table from './Table.astro';
import Tabs from './Tabs.astro';
import Video from './Video.astro';

/** What editors may use without importing it, and how Markdown's own links and tables are set. */
export const components = {
  Callout,
  Choice,
  Details,
  Figure,
  Flow,
  For,
  Kbd,
  Outcome,
  Question,
  Steps,
  Tab,
  Tabs,
  Video,
  a: Link,
  table: Table,
} satisfies Record<keyof typeof articleComponents | 'a' | 'table', unknown>;
