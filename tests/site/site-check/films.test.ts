import { describe } from 'vitest';
import { type Fault, findsEach } from './faults.ts';

const faults: Fault[] = [
  { what: 'a film without measures', instead: ' width="256"', write: '', says: 'A knot has no width and height' },
  { what: 'a film without captions', instead: 'srclang="en"', write: 'srclang="ja"', says: 'has no captions in en' },
  { what: 'a film that starts by itself', instead: ' controls', write: ' controls autoplay', says: 'starts by itself' },
  { what: 'a film that is loaded at once', instead: ' preload="none"', write: '', says: 'is loaded before it' },
  { what: 'a film without a name', instead: ' aria-label="A knot"', write: '', says: 'has no name' },
  { what: 'a film whose length is no length', instead: '"PT34S"', write: '"34"', says: 'duration is such as PT34S' },
  { what: 'a clip after the end', instead: '"startOffset":4', write: '"startOffset":40', says: 'a clip lies outside' },
  { what: 'a film that is not there', instead: 'knot.mp4"', write: 'not.mp4"', says: 'contentUrl leads nowhere' },
];

describe('the check of a built site: films', () => {
  findsEach(faults);
});
