import { keepPlaceToReturn } from './place-to-return.ts';

/* On a page with a form that sends a mail: where its reader came from is kept until they open the mail's link. */
const to = document.querySelector<HTMLInputElement>('form input[name=then]')?.value;
if (to) keepPlaceToReturn(to);
