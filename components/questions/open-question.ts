/*
 * A question in a list opens when the address names it. Browsers do that by themselves as long as they know how; this is
 * for those that do not, and for the other direction: the question that a reader opened last is in the address, to be kept.
 */

openNamed();
addEventListener('hashchange', openNamed);
document.addEventListener('click', keepAddress);

function openNamed() {
  const answer = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const question = answer?.closest<HTMLDetailsElement>('.question details');
  if (!question || question.open) return;
  question.open = true;
  answer?.scrollIntoView();
}

function keepAddress({ target }: Event) {
  const question = target instanceof Element ? target.closest('.question summary')?.parentElement : null;
  const id = question?.querySelector('.question-answer')?.id;
  // It opens after this.
  if (id && question instanceof HTMLDetailsElement && !question.open) history.replaceState(history.state, '', `#${id}`);
}
